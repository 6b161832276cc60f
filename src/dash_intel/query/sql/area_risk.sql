-- One row a span (0 the period, 1 the equal one before), a category and an area of a kind that any
-- risk of it is stated of, no code for all areas together: how many, and how many of high impact.
WITH numbered AS (
    SELECT
        place,
        code,
        dense_rank() OVER (ORDER BY code)::SMALLINT AS area_number
    FROM area
    WHERE kind = $kind
),

named AS (
    SELECT DISTINCT
        area_number,
        code
    FROM numbered
),

counted AS (
    SELECT DISTINCT
        chosen.report_key,
        numbered.area_number
    FROM chosen
    INNER JOIN counted_place ON chosen.report_key = counted_place.report_key
    INNER JOIN numbered ON counted_place.place = numbered.place
    WHERE chosen.span < 2
),

stated AS (
    SELECT
        chosen.report_key,
        chosen.unit,
        chosen.span,
        risk_in_force.category,
        risk_in_force.place,
        coalesce(risk_in_force.impact_level >= 4, FALSE) AS is_high
    FROM risk_in_force
    INNER JOIN chosen ON risk_in_force.report_key = chosen.report_key
    WHERE chosen.span < 2 AND risk_in_force.is_risk AND risk_in_force.category IS NOT NULL
),

told AS (
    SELECT
        stated.unit,
        stated.span,
        stated.category,
        numbered.area_number,
        bool_or(stated.is_high) AS is_high
    FROM stated
    INNER JOIN numbered ON stated.place = numbered.place
    INNER JOIN counted
        ON
            stated.report_key = counted.report_key
            AND numbered.area_number = counted.area_number
    GROUP BY ALL
    UNION ALL
    SELECT
        stated.unit,
        stated.span,
        stated.category,
        0 AS area_number,
        bool_or(stated.is_high) AS is_high
    FROM stated
    GROUP BY ALL
)

SELECT
    told.span,
    told.category,
    named.code,
    count(*) AS units,
    count(*) FILTER (WHERE told.is_high) AS high_units
FROM told
LEFT JOIN named ON told.area_number = named.area_number
GROUP BY told.span, told.category, named.code
