-- One row a tag that a report has, as it was read or corrected, the most frequent first; where
-- $names are given, only those, in capitals or not.
WITH named AS (
    SELECT tag.name
    FROM tag
    SEMI JOIN report ON tag.report_key = report.report_key AND report.superseded_in IS NULL
    UNION ALL
    SELECT unnest(override.value) AS name --noqa: RF04
    FROM ledger.override
    WHERE override.field = 'tag'
)

SELECT
    name,
    count(*) AS reports
FROM named
WHERE len($names) = 0 OR list_has_any($names, [name, lower(name)])
GROUP BY name
ORDER BY reports DESC, name ASC
LIMIT $at_most
