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
),

judged AS (
    SELECT
        risk.report_key,
        risk.position,
        override.value[1] AS term
    FROM ledger.override
    INNER JOIN risk ON override.subject_id = risk.risk_id
    WHERE override.field = 'likelihood'
)

SELECT
    told.impact_level,
    CASE
        WHEN judged.report_key IS NULL THEN risk.likelihood_basis
        WHEN judged.term IS NOT NULL THEN 'stated'
    END AS basis,
    CASE
        WHEN judged.report_key IS NULL THEN risk.likelihood_term
        ELSE judged.term
    END AS term,
    CASE
        WHEN judged.report_key IS NULL THEN (risk.likelihood_low + risk.likelihood_high) / 2
    END AS middle,
    count(*) AS sentences
FROM told
INNER JOIN risk ON told.report_key = risk.report_key AND told.position = risk.position
LEFT JOIN judged
    ON
        told.report_key = judged.report_key
        AND told.position = judged.position
GROUP BY ALL
