-- One row a technique that a report names, the most frequent first; where $names are given,
-- only those, in capitals or not.
SELECT
    technique.name,
    count(*) AS reports
FROM technique
SEMI JOIN report ON technique.report_key = report.report_key AND report.superseded_in IS NULL
WHERE len($names) = 0 OR list_has_any($names, [technique.name, lower(technique.name)]) --noqa: RF02
GROUP BY technique.name
ORDER BY reports DESC, technique.name ASC
LIMIT $at_most
