-- One row a publisher of what is looked at in the period, those of $active first, then the most
-- first.
-- noqa: disable=RF02,RF04
SELECT
    report.publisher AS value,
    count(DISTINCT chosen.unit) AS found
FROM report
INNER JOIN chosen ON report.report_key = chosen.report_key
WHERE chosen.span = 0 AND report.publisher IS NOT NULL
GROUP BY report.publisher
ORDER BY list_contains($active, value) DESC, found DESC, value ASC
LIMIT $at_most
