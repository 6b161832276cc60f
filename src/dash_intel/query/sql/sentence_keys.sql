-- One row a risk sentence behind a number, strongest first: impact, likelihood, newest; of one
-- impact, those that state several likelihoods last. Of one page only, while sentences and units
-- count all; one row without a sentence where the page has none.
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
    SELECT
        chosen.unit,
        chosen.published_on,
        risk_sentence.report_key,
        risk_sentence.position,
        risk_sentence.impact_level,
        risk_sentence.risk_reading
    FROM risk_sentence
    INNER JOIN chosen ON risk_sentence.report_key = chosen.report_key
    WHERE
        chosen.span = 0
        AND (
            len($levels::TINYINT[]) = 0 --noqa: RF02
            OR list_contains(
                $levels::TINYINT[], coalesce(risk_sentence.impact_level, 0) --noqa: RF02
            )
        )
        AND (
            NOT $has_likelihoods --noqa: RF02
            OR list_contains($likelihoods::INTEGER[], risk_sentence.risk_reading) --noqa: RF02
        )
),

wanted AS MATERIALIZED (
    SELECT here.*
    FROM here
    WHERE NOT ($has_area OR $has_category)
    UNION ALL
    SELECT here.*
    FROM here
    SEMI JOIN narrowed
        ON
            here.report_key = narrowed.report_key
            AND here.position = narrowed.position
),

counted AS (
    SELECT
        count(*) AS sentences,
        count(DISTINCT wanted.unit) AS units
    FROM wanted
),

page AS (
    SELECT
        wanted.report_key,
        wanted.position,
        wanted.published_on,
        wanted.impact_level,
        risk_reading.is_one_of_several,
        risk_reading.is_corrected AS is_judged,
        risk_reading.basis AS likelihood_basis,
        risk_reading.term AS likelihood_term,
        risk_reading.low AS likelihood_low,
        risk_reading.high AS likelihood_high
    FROM wanted
    INNER JOIN risk_reading ON wanted.risk_reading = risk_reading.risk_reading
    ORDER BY
        wanted.impact_level DESC NULLS LAST,
        risk_reading.is_one_of_several ASC,
        risk_reading.low + risk_reading.high DESC NULLS LAST,
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
