-- One row a tag: how many reports, or events, of the period have it.
-- Those of $active come first, then the most; of the others $at_most.
WITH counted AS (
    SELECT
        tag_in_force.name AS value, -- noqa: RF04
        count(DISTINCT chosen.unit) AS found,
        list_contains($active, tag_in_force.name) AS is_active -- noqa: RF02
    FROM tag_in_force
    INNER JOIN chosen ON tag_in_force.report_key = chosen.report_key
    WHERE chosen.span = 0
    GROUP BY tag_in_force.name
)

SELECT
    value,
    found
FROM counted
QUALIFY
    is_active
    OR row_number() OVER (ORDER BY is_active DESC, found DESC, value ASC) <= $at_most -- noqa: RF02
ORDER BY is_active DESC, found DESC, value ASC
