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

-- The areas that a report counts for.
counted AS (
    SELECT
        counted_place.report_key,
        bit_or(bits.areas) AS areas
    FROM counted_place
    INNER JOIN bits ON counted_place.place = bits.place
    GROUP BY counted_place.report_key
),

looked_at AS (
    SELECT
        chosen.report_key,
        chosen.unit,
        chosen.span,
        chosen.published_on,
        coalesce(counted.areas, 0::UBIGINT) | (1::UBIGINT << 63) AS areas
    FROM chosen
    LEFT JOIN counted ON chosen.report_key = counted.report_key
    WHERE chosen.span < 2
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

-- What reports say alike, with the areas that they count for, and by day where that matters.
alike AS (
    SELECT
        looked_at.span,
        looked_at.areas,
        risk_of_report.risk_set,
        if($is_recent, looked_at.published_on, NULL) AS published_on, --noqa: RF02
        count(*) AS reports
    FROM looked_at
    INNER JOIN risk_of_report ON looked_at.report_key = risk_of_report.report_key
    WHERE NOT $is_events --noqa: RF02
    GROUP BY ALL
),

counts AS (
    SELECT
        alike.span,
        stated.category,
        alike.published_on,
        stated.any_level & alike.areas AS any_level,
        stated.from_level_1 & alike.areas AS from_level_1,
        stated.from_level_2 & alike.areas AS from_level_2,
        stated.from_level_3 & alike.areas AS from_level_3,
        stated.from_level_4 & alike.areas AS from_level_4,
        stated.from_level_5 & alike.areas AS from_level_5,
        alike.reports
    FROM alike
    INNER JOIN stated ON alike.risk_set = stated.risk_set
    UNION ALL
    -- An event says what its reports say together.
    SELECT
        looked_at.span,
        stated.category,
        max(looked_at.published_on) AS published_on,
        bit_or(stated.any_level & looked_at.areas) AS any_level,
        bit_or(stated.from_level_1 & looked_at.areas) AS from_level_1,
        bit_or(stated.from_level_2 & looked_at.areas) AS from_level_2,
        bit_or(stated.from_level_3 & looked_at.areas) AS from_level_3,
        bit_or(stated.from_level_4 & looked_at.areas) AS from_level_4,
        bit_or(stated.from_level_5 & looked_at.areas) AS from_level_5,
        1 AS reports
    FROM looked_at
    INNER JOIN risk_of_report ON looked_at.report_key = risk_of_report.report_key
    INNER JOIN stated ON risk_of_report.risk_set = stated.risk_set
    WHERE $is_events --noqa: RF02
    GROUP BY looked_at.unit, looked_at.span, stated.category
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
