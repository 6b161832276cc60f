-- One row a UN M49 region: how many reports, or events, of the period have it.
-- Those of $active come first, then the most; of the others $at_most.
WITH alike AS (
    SELECT
        place_set,
        count(*) AS reports
    FROM chosen
    WHERE span = 0 AND NOT $is_events
    GROUP BY place_set
),

region AS (
    SELECT
        place_set,
        code
    FROM area_of_set
    WHERE kind = 'region'
),

counted AS (
    SELECT
        region.code AS value, -- noqa: RF04
        sum(alike.reports)::BIGINT AS found
    FROM alike
    INNER JOIN region ON alike.place_set = region.place_set
    GROUP BY region.code
    UNION ALL
    SELECT
        region.code AS value, -- noqa: RF04
        count(DISTINCT chosen.unit) AS found
    FROM chosen
    INNER JOIN region ON chosen.place_set = region.place_set
    WHERE chosen.span = 0 AND $is_events -- noqa: RF02
    GROUP BY region.code
),

marked AS (
    SELECT
        value,
        found,
        list_contains($active, value) AS is_active
    FROM counted
)

SELECT
    value,
    found
FROM marked
QUALIFY
    is_active
    OR row_number() OVER (ORDER BY is_active DESC, found DESC, value ASC) <= $at_most -- noqa: RF02
ORDER BY is_active DESC, found DESC, value ASC
