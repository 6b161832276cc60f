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

said AS (
    SELECT
        risk_set,
        category,
        unnest(says, recursive := TRUE) --noqa: AL03
    FROM risk_set
    WHERE category <> ''
),

-- The areas that a set states a risk of, wherever its reports count; 0 is all of them.
stated AS (
    SELECT
        said.risk_set,
        said.category,
        numbered.area_number,
        coalesce(max(said.impact_level) >= 4, FALSE) AS is_high
    FROM said
    INNER JOIN numbered ON said.place = numbered.place
    GROUP BY said.risk_set, said.category, numbered.area_number
    UNION ALL
    SELECT
        said.risk_set,
        said.category,
        0 AS area_number,
        coalesce(max(said.impact_level) >= 4, FALSE) AS is_high
    FROM said
    GROUP BY said.risk_set, said.category
),

told AS (
    SELECT
        chosen.unit,
        chosen.span,
        stated.category,
        stated.area_number,
        stated.is_high
    FROM chosen
    INNER JOIN risk_of_report ON chosen.report_key = risk_of_report.report_key
    INNER JOIN stated ON risk_of_report.risk_set = stated.risk_set
    INNER JOIN counted
        ON
            chosen.report_key = counted.report_key
            AND stated.area_number = counted.area_number
    WHERE chosen.span < 2 AND stated.area_number > 0
    UNION ALL
    SELECT
        chosen.unit,
        chosen.span,
        stated.category,
        stated.area_number,
        stated.is_high
    FROM chosen
    INNER JOIN risk_of_report ON chosen.report_key = risk_of_report.report_key
    INNER JOIN stated ON risk_of_report.risk_set = stated.risk_set
    WHERE chosen.span < 2 AND stated.area_number = 0
),

-- A report says each once; an event says what its reports say together.
units AS (
    SELECT
        told.span,
        told.category,
        told.area_number,
        told.is_high
    FROM told
    WHERE NOT $is_events
    UNION ALL
    SELECT
        told.span,
        told.category,
        told.area_number,
        bool_or(told.is_high) AS is_high
    FROM told
    WHERE $is_events
    GROUP BY told.unit, told.span, told.category, told.area_number
)

SELECT
    units.span,
    units.category,
    named.code,
    count(*) AS units,
    count(*) FILTER (WHERE units.is_high) AS high_units
FROM units
LEFT JOIN named ON units.area_number = named.area_number
GROUP BY units.span, units.category, named.code
