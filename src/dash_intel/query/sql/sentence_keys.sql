-- One row a risk sentence behind a number, strongest first: impact, likelihood, newest; of one
-- impact, those that state several likelihoods last. Of one page only, while sentences and units
-- count all; one row without a sentence where the page has none.
WITH inside AS (
    SELECT area.place
    FROM area
    WHERE area.kind = $kind AND area.code = $code
),

told AS (
    SELECT DISTINCT
        chosen.unit,
        risk_in_force.report_key,
        risk_in_force.position,
        chosen.published_on,
        risk_in_force.impact_level
    FROM risk_in_force
    INNER JOIN chosen ON risk_in_force.report_key = chosen.report_key
    WHERE
        chosen.span = 0
        AND risk_in_force.is_risk
        AND (NOT $has_category OR risk_in_force.category = $category) --noqa: RF02
        AND (
            len($levels::TINYINT[]) = 0 --noqa: RF02
            OR list_contains(
                $levels::TINYINT[], coalesce(risk_in_force.impact_level, 0) --noqa: RF02
            )
        )
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

weighed AS (
    SELECT
        told.unit,
        told.report_key,
        told.position,
        told.published_on,
        told.impact_level,
        risk_judged.is_corrected AS is_judged,
        risk_judged.basis AS likelihood_basis,
        risk_judged.term AS likelihood_term,
        risk_judged.low AS likelihood_low,
        risk_judged.high AS likelihood_high,
        risk_judged.is_one_of_several
    FROM told
    INNER JOIN risk_judged
        ON
            told.report_key = risk_judged.report_key
            AND told.position = risk_judged.position
),

wanted AS MATERIALIZED (
    SELECT weighed.*
    FROM weighed
    WHERE
        NOT $has_likelihoods
        OR list_contains(
            $likelihoods,
            concat_ws(
                '|',
                weighed.likelihood_basis,
                weighed.likelihood_term,
                weighed.likelihood_low,
                weighed.likelihood_high,
                weighed.is_one_of_several
            )
        )
),

counted AS (
    SELECT
        count(*) AS sentences,
        count(DISTINCT wanted.unit) AS units
    FROM wanted
),

page AS (
    SELECT wanted.*
    FROM wanted
    ORDER BY
        wanted.impact_level DESC NULLS LAST,
        wanted.is_one_of_several ASC,
        wanted.likelihood_low + wanted.likelihood_high DESC NULLS LAST,
        wanted.published_on DESC NULLS LAST,
        wanted.report_key ASC,
        wanted.position ASC
    LIMIT $shown OFFSET $skipped
)

SELECT
    counted.sentences,
    counted.units,
    page.report_key,
    page.position,
    page.impact_level,
    page.is_judged,
    page.likelihood_basis,
    page.likelihood_term,
    page.likelihood_low,
    page.likelihood_high
FROM counted
LEFT JOIN page ON TRUE
ORDER BY
    page.impact_level DESC NULLS LAST,
    page.is_one_of_several ASC,
    page.likelihood_low + page.likelihood_high DESC NULLS LAST,
    page.published_on DESC NULLS LAST,
    page.report_key ASC,
    page.position ASC
