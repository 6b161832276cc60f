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

-- What reports say alike of the same places; an event says what its reports say together.
alike AS (
    SELECT
        chosen.span,
        chosen.place_set,
        risk_of_report.risk_set,
        if($is_events, chosen.unit, NULL) AS event, --noqa
        count(*) AS reports
    FROM chosen
    INNER JOIN risk_of_report ON chosen.report_key = risk_of_report.report_key
    WHERE chosen.span < 2
    GROUP BY ALL
),

told AS (
    SELECT
        alike.span,
        alike.event,
        alike.reports,
        stated.category,
        stated.area_number,
        stated.is_high
    FROM alike
    INNER JOIN stated ON alike.risk_set = stated.risk_set
    WHERE stated.area_number = 0
    UNION ALL
    SELECT
        alike.span,
        alike.event,
        alike.reports,
        stated.category,
        stated.area_number,
        stated.is_high
    FROM alike
    INNER JOIN stated ON alike.risk_set = stated.risk_set
    INNER JOIN named ON stated.area_number = named.area_number
    SEMI JOIN area_of_set
        ON
            alike.place_set = area_of_set.place_set
            AND named.code = area_of_set.code
            AND area_of_set.kind = $kind --noqa: RF02
),

units AS (
    SELECT
        span,
        category,
        area_number,
        is_high,
        reports AS units
    FROM told
    WHERE NOT $is_events
    UNION ALL
    SELECT
        span,
        category,
        area_number,
        bool_or(is_high) AS is_high,
        1 AS units
    FROM told
    WHERE $is_events
    GROUP BY event, span, category, area_number
)

SELECT
    units.span,
    units.category,
    named.code,
    sum(units.units)::BIGINT AS units,
    coalesce(sum(units.units) FILTER (WHERE units.is_high), 0)::BIGINT AS high_units
FROM units
LEFT JOIN named ON units.area_number = named.area_number
GROUP BY units.span, units.category, named.code
