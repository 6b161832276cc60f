-- One row an area of $codes: the strongest risk sentence of the reports that count for it, by
-- impact, likelihood and day, of the span that $spans asks for: 0 the period, 1 the one before.
WITH asked AS (
    SELECT
        unnest($codes::VARCHAR[]) AS code, --noqa
        unnest($spans::TINYINT[]) AS span --noqa
),

inside AS (
    SELECT
        asked.code,
        asked.span,
        area.place
    FROM asked
    INNER JOIN area ON asked.code = area.code
    WHERE area.kind = $kind --noqa: RF02
),

counted AS (
    SELECT DISTINCT
        inside.code,
        chosen.report_key,
        chosen.published_on
    FROM chosen
    INNER JOIN counted_place ON chosen.report_key = counted_place.report_key
    INNER JOIN inside ON counted_place.place = inside.place AND chosen.span = inside.span
),

told AS (
    SELECT DISTINCT
        counted.code,
        counted.report_key,
        counted.published_on,
        risk_in_force.position,
        risk_in_force.impact_level
    FROM risk_in_force
    INNER JOIN counted ON risk_in_force.report_key = counted.report_key
    INNER JOIN inside ON counted.code = inside.code AND risk_in_force.place = inside.place
    WHERE risk_in_force.is_risk
)

SELECT
    told.code,
    told.report_key,
    told.position,
    told.impact_level,
    risk_judged.basis,
    risk_judged.term,
    risk_judged.low,
    risk_judged.high,
    risk_judged.is_corrected
FROM told
INNER JOIN risk_judged
    ON
        told.report_key = risk_judged.report_key
        AND told.position = risk_judged.position
QUALIFY
    row_number() OVER (
        PARTITION BY told.code
        ORDER BY
            told.impact_level DESC NULLS LAST,
            risk_judged.is_one_of_several ASC,
            risk_judged.low + risk_judged.high DESC NULLS LAST,
            told.published_on DESC NULLS LAST,
            told.report_key ASC,
            told.position ASC
    ) = 1
ORDER BY told.code
