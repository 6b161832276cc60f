-- One row a tag of what is looked at in the period, those of $active first, then the most first.
-- noqa: disable=RF02,RF04
SELECT
    tag_in_force.name AS value,
    count(DISTINCT chosen.unit) AS found
FROM tag_in_force
INNER JOIN chosen ON tag_in_force.report_key = chosen.report_key
WHERE chosen.span = 0
GROUP BY tag_in_force.name
ORDER BY list_contains($active, value) DESC, found DESC, value ASC
LIMIT $at_most
