-- One row a reading of likelihood and impact, with how many risk sentences of the period have both.
WITH inside AS (
    SELECT area.place
    FROM area
    WHERE area.kind = $kind AND area.code = $code
),

narrowed AS (
    SELECT
        risk_in_force.report_key,
        risk_in_force.position
    FROM risk_in_force
    WHERE
        ($has_area OR $has_category)
        AND (NOT $has_category OR risk_in_force.category = $category)
        AND (
            NOT $has_area
            OR (
                risk_in_force.place IN (SELECT inside.place FROM inside)
                AND risk_in_force.report_key IN (
                    SELECT counted_place.report_key
                    FROM counted_place
                    WHERE counted_place.place IN (SELECT inside.place FROM inside)
                )
            )
        )
),

here AS (
    SELECT risk_sentence.*
    FROM risk_sentence
    SEMI JOIN chosen ON risk_sentence.report_key = chosen.report_key AND chosen.span = 0
),

told AS (
    SELECT
        here.impact_level,
        here.risk_reading
    FROM here
    WHERE NOT ($has_area OR $has_category)
    UNION ALL
    SELECT
        here.impact_level,
        here.risk_reading
    FROM here
    SEMI JOIN narrowed
        ON
            here.report_key = narrowed.report_key
            AND here.position = narrowed.position
),

counted AS (
    SELECT
        told.impact_level,
        told.risk_reading,
        count(*) AS sentences
    FROM told
    GROUP BY told.impact_level, told.risk_reading
)

SELECT
    counted.impact_level,
    risk_reading.basis,
    risk_reading.term,
    risk_reading.is_one_of_several,
    counted.sentences,
    (risk_reading.low + risk_reading.high) / 2 AS middle
FROM counted
INNER JOIN risk_reading ON counted.risk_reading = risk_reading.risk_reading
