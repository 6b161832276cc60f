-- One row a technique: how many reports, or events, of the period have it.
-- Those of $active come first, then the most; of the others $at_most.
WITH counted AS (
    SELECT
        technique.name AS value, -- noqa: RF04
        count(DISTINCT chosen.unit) AS found,
        list_contains($active, technique.name) AS is_active -- noqa: RF02
    FROM technique
    INNER JOIN chosen ON technique.report_key = chosen.report_key
    WHERE chosen.span = 0
    GROUP BY technique.name
)

SELECT
    value,
    found
FROM counted
QUALIFY
    is_active
    OR row_number() OVER (ORDER BY is_active DESC, found DESC, value ASC) <= $at_most -- noqa: RF02
ORDER BY is_active DESC, found DESC, value ASC
