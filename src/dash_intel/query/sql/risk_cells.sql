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

counted AS (
    SELECT
        counted_place.report_key,
        bit_or(bits.areas) AS areas
    FROM counted_place
    INNER JOIN bits ON counted_place.place = bits.place
    GROUP BY counted_place.report_key
),

told AS (
    SELECT
        chosen.unit,
        chosen.span,
        risk_in_force.category,
        risk_in_force.impact_level,
        chosen.published_on,
        coalesce(bits.areas & counted.areas, 0::UBIGINT) | (1::UBIGINT << 63) AS areas
    FROM risk_in_force
    INNER JOIN chosen ON risk_in_force.report_key = chosen.report_key
    LEFT JOIN bits ON risk_in_force.place = bits.place
    LEFT JOIN counted ON risk_in_force.report_key = counted.report_key
    WHERE chosen.span < 2 AND risk_in_force.is_risk
),

by_category AS (
    SELECT
        told.unit,
        told.span,
        coalesce(told.category, '') AS category,
        max(told.published_on) AS published_on,
        bit_or(told.areas) AS any_level,
        bit_or(told.areas) FILTER (WHERE told.impact_level >= 1) AS from_level_1,
        bit_or(told.areas) FILTER (WHERE told.impact_level >= 2) AS from_level_2,
        bit_or(told.areas) FILTER (WHERE told.impact_level >= 3) AS from_level_3,
        bit_or(told.areas) FILTER (WHERE told.impact_level >= 4) AS from_level_4,
        bit_or(told.areas) FILTER (WHERE told.impact_level >= 5) AS from_level_5
    FROM told
    GROUP BY ALL
),

every AS (
    SELECT * FROM by_category
    UNION ALL
    SELECT
        by_category.unit,
        by_category.span,
        NULL AS category,
        max(by_category.published_on) AS published_on,
        bit_or(by_category.any_level) AS any_level,
        bit_or(by_category.from_level_1) AS from_level_1,
        bit_or(by_category.from_level_2) AS from_level_2,
        bit_or(by_category.from_level_3) AS from_level_3,
        bit_or(by_category.from_level_4) AS from_level_4,
        bit_or(by_category.from_level_5) AS from_level_5
    FROM by_category
    GROUP BY by_category.unit, by_category.span
)

SELECT
    every.span,
    every.category,
    every.any_level,
    coalesce(every.from_level_1, 0::UBIGINT) AS from_level_1,
    coalesce(every.from_level_2, 0::UBIGINT) AS from_level_2,
    coalesce(every.from_level_3, 0::UBIGINT) AS from_level_3,
    coalesce(every.from_level_4, 0::UBIGINT) AS from_level_4,
    coalesce(every.from_level_5, 0::UBIGINT) AS from_level_5,
    count(*) AS reports,
    sum(
        CASE
            WHEN NOT $is_recent THEN 1
            WHEN every.published_on IS NULL THEN 0
            ELSE
                0.5 ** (
                    date_diff(
                        'day',
                        every.published_on,
                        CASE every.span
                            WHEN 0 THEN $until::DATE
                            ELSE $until_before::DATE
                        END
                    )
                    / $half_life
                )
        END
    ) AS weight
FROM every
GROUP BY ALL
