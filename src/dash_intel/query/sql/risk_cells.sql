-- One row a set of areas that as many reports speak of alike, by span (0 the period, 1 the equal
-- one before it) and category: how many reports. No category is all risks, '' are risks that none
-- was read of. Bit n of a set is the area at place n, from 0, of $codes; the highest bit is always
-- set. any_level are areas of any risk, from_level_1 to 5 those of risks of at least that level.
WITH bits AS (
    SELECT
        area.place,
        bit_or(1::UBIGINT << (list_position($codes::VARCHAR[], area.code) - 1)::UBIGINT) AS areas
    FROM area
    WHERE area.kind = $kind AND list_contains($codes::VARCHAR[], area.code) --noqa: RF02
    GROUP BY area.place
),

-- The areas that reports with a set of places count for.
counted AS (
    SELECT
        place_set,
        bit_or(1::UBIGINT << (list_position($codes::VARCHAR[], code) - 1)::UBIGINT)
        | (1::UBIGINT << 63) AS areas
    FROM area_of_set
    WHERE kind = $kind AND list_contains($codes::VARCHAR[], code)
    GROUP BY place_set
),

said AS (
    SELECT
        risk_set,
        category,
        unnest(says, recursive := TRUE) --noqa: AL03
    FROM risk_set
),

placed AS (
    SELECT
        said.risk_set,
        said.category,
        said.impact_level,
        coalesce(bits.areas, 0::UBIGINT) | (1::UBIGINT << 63) AS areas
    FROM said
    LEFT JOIN bits ON said.place = bits.place
),

-- The areas that a set states a risk of, wherever its reports count.
stated AS (
    SELECT
        placed.risk_set,
        placed.category,
        bit_or(placed.areas) AS any_level,
        bit_or(placed.areas) FILTER (WHERE placed.impact_level >= 1) AS from_level_1,
        bit_or(placed.areas) FILTER (WHERE placed.impact_level >= 2) AS from_level_2,
        bit_or(placed.areas) FILTER (WHERE placed.impact_level >= 3) AS from_level_3,
        bit_or(placed.areas) FILTER (WHERE placed.impact_level >= 4) AS from_level_4,
        bit_or(placed.areas) FILTER (WHERE placed.impact_level >= 5) AS from_level_5
    FROM placed
    GROUP BY placed.risk_set, placed.category
),

-- What reports say alike that count for the same areas, and by day where that matters; an event
-- says what its reports say together.
alike AS (
    SELECT
        chosen.span,
        risk_of_report.risk_set,
        coalesce(counted.areas, 1::UBIGINT << 63) AS areas,
        if($is_events, chosen.unit, NULL) AS event, --noqa
        if($is_events OR $is_recent, chosen.published_on, NULL) AS published_on, --noqa: RF02
        count(*) AS reports
    FROM chosen
    INNER JOIN risk_of_report ON chosen.report_key = risk_of_report.report_key
    LEFT JOIN counted ON chosen.place_set = counted.place_set
    WHERE chosen.span < 2
    GROUP BY ALL
),

told AS (
    SELECT
        alike.span,
        alike.event,
        alike.published_on,
        alike.reports,
        stated.category,
        stated.any_level & alike.areas AS any_level,
        stated.from_level_1 & alike.areas AS from_level_1,
        stated.from_level_2 & alike.areas AS from_level_2,
        stated.from_level_3 & alike.areas AS from_level_3,
        stated.from_level_4 & alike.areas AS from_level_4,
        stated.from_level_5 & alike.areas AS from_level_5
    FROM alike
    INNER JOIN stated ON alike.risk_set = stated.risk_set
),

counts AS (
    SELECT * EXCLUDE (event)
    FROM told
    WHERE NOT $is_events
    UNION ALL
    SELECT
        told.span,
        max(told.published_on) AS published_on,
        1 AS reports,
        told.category,
        bit_or(told.any_level) AS any_level,
        bit_or(told.from_level_1) AS from_level_1,
        bit_or(told.from_level_2) AS from_level_2,
        bit_or(told.from_level_3) AS from_level_3,
        bit_or(told.from_level_4) AS from_level_4,
        bit_or(told.from_level_5) AS from_level_5
    FROM told
    WHERE $is_events
    GROUP BY told.event, told.span, told.category
)

SELECT
    counts.span,
    counts.category,
    counts.any_level,
    coalesce(counts.from_level_1, 0::UBIGINT) AS from_level_1,
    coalesce(counts.from_level_2, 0::UBIGINT) AS from_level_2,
    coalesce(counts.from_level_3, 0::UBIGINT) AS from_level_3,
    coalesce(counts.from_level_4, 0::UBIGINT) AS from_level_4,
    coalesce(counts.from_level_5, 0::UBIGINT) AS from_level_5,
    sum(counts.reports) AS reports,
    sum(
        CASE
            WHEN NOT $is_recent THEN counts.reports
            WHEN counts.published_on IS NULL THEN 0
            ELSE
                counts.reports
                * 0.5 ** (
                    date_diff(
                        'day',
                        counts.published_on,
                        CASE counts.span
                            WHEN 0 THEN $until::DATE
                            ELSE $until_before::DATE
                        END
                    )
                    / $half_life
                )
        END
    ) AS weight
FROM counts
GROUP BY ALL
