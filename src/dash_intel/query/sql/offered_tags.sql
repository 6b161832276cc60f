-- One row a tag that a report has, as it was read, the most frequent first; where $names are given,
-- only those, in capitals or not.
SELECT
    tag.name,
    count(*) AS reports
FROM tag
SEMI JOIN report ON tag.report_key = report.report_key AND report.superseded_in IS NULL
WHERE len($names) = 0 OR list_has_any($names, [tag.name, lower(tag.name)]) --noqa: RF02
GROUP BY tag.name
ORDER BY reports DESC, tag.name ASC
LIMIT $at_most
