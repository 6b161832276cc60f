-- One row a reading of likelihood and impact, with how many risk sentences of the period have both.
WITH inside AS (
    SELECT area.place
    FROM area
    WHERE area.kind = $kind AND area.code = $code
),

told AS (
    SELECT DISTINCT
        risk_in_force.report_key,
        risk_in_force.position,
        risk_in_force.impact_level
    FROM risk_in_force
    SEMI JOIN chosen ON risk_in_force.report_key = chosen.report_key AND chosen.span = 0
    WHERE
        risk_in_force.is_risk
        AND (NOT $has_category OR risk_in_force.category = $category) --noqa: RF02
        AND (
            NOT $has_area --noqa: RF02
            OR (
                risk_in_force.place IN (SELECT inside.place FROM inside)
                AND risk_in_force.report_key IN (
                    SELECT counted_place.report_key
                    FROM counted_place
                    WHERE counted_place.place IN (SELECT inside.place FROM inside)
                )
            )
        )
)

SELECT
    told.impact_level,
    risk_judged.basis,
    risk_judged.term,
    risk_judged.is_one_of_several,
    (risk_judged.low + risk_judged.high) / 2 AS middle,
    count(*) AS sentences
FROM told
INNER JOIN risk_judged
    ON
        told.report_key = risk_judged.report_key
        AND told.position = risk_judged.position
GROUP BY ALL
