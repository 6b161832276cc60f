-- One row a UN M49 region: how many reports, or events, of the period have it.
-- Those of $active come first, then the most; of the others $at_most.
WITH counted AS (
    SELECT
        area.code AS value, -- noqa: RF04
        count(DISTINCT chosen.unit) AS found,
        list_contains($active, area.code) AS is_active -- noqa: RF02
    FROM counted_place
    INNER JOIN chosen ON counted_place.report_key = chosen.report_key
    INNER JOIN area ON counted_place.place = area.place
    WHERE chosen.span = 0 AND area.kind = 'region'
    GROUP BY area.code
)

SELECT
    value,
    found
FROM counted
QUALIFY
    is_active
    OR row_number() OVER (ORDER BY is_active DESC, found DESC, value ASC) <= $at_most -- noqa: RF02
ORDER BY is_active DESC, found DESC, value ASC
