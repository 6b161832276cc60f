-- One row a risk sentence behind a number, strongest first: impact, likelihood, newest. Of one page
-- only, while sentences and units count all; one row without a sentence where the page has none.
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

judged AS (
    SELECT
        risk.report_key,
        risk.position,
        override.value[1] AS term,
        list_position($terms, override.value[1]) AS term_at --noqa: RF02
    FROM ledger.override
    INNER JOIN risk ON override.subject_id = risk.risk_id
    WHERE override.field = 'likelihood'
),

weighed AS (
    SELECT
        told.unit,
        told.report_key,
        told.position,
        told.published_on,
        told.impact_level,
        judged.report_key IS NOT NULL AS is_judged,
        CASE
            WHEN judged.report_key IS NULL THEN risk.likelihood_basis
            WHEN judged.term IS NOT NULL THEN 'stated'
        END AS likelihood_basis,
        CASE
            WHEN judged.report_key IS NULL THEN risk.likelihood_term
            ELSE judged.term
        END AS likelihood_term,
        CASE
            WHEN judged.report_key IS NULL THEN risk.likelihood_low
            ELSE ($lows::DOUBLE[])[judged.term_at] --noqa: RF02
        END AS likelihood_low,
        CASE
            WHEN judged.report_key IS NULL THEN risk.likelihood_high
            ELSE ($highs::DOUBLE[])[judged.term_at] --noqa: RF02
        END AS likelihood_high
    FROM told
    INNER JOIN risk
        ON
            told.report_key = risk.report_key
            AND told.position = risk.position
    LEFT JOIN judged
        ON
            told.report_key = judged.report_key
            AND told.position = judged.position
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
                weighed.likelihood_high
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
    page.likelihood_low + page.likelihood_high DESC NULLS LAST,
    page.published_on DESC NULLS LAST,
    page.report_key ASC,
    page.position ASC
