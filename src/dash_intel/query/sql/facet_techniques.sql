-- One row a technique that what is looked at in the period names, those of $active first, then the
-- most first.
-- noqa: disable=RF02,RF04
SELECT
    technique.name AS value,
    count(DISTINCT chosen.unit) AS found
FROM technique
INNER JOIN chosen ON technique.report_key = chosen.report_key
WHERE chosen.span = 0
GROUP BY technique.name
ORDER BY list_contains($active, value) DESC, found DESC, value ASC
LIMIT $at_most
