-- One row a publisher of a report, the most frequent first; where $names are given, only
-- those, in capitals or not.
SELECT
    publisher AS name, --noqa: RF04
    count(*) AS reports
FROM report
WHERE
    superseded_in IS NULL
    AND template <> 'unrecognised'
    AND publisher IS NOT NULL
    AND (len($names) = 0 OR list_has_any($names, [publisher, lower(publisher)]))
GROUP BY publisher
ORDER BY reports DESC, name ASC
LIMIT $at_most
