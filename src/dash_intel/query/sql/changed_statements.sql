-- One row a sentence that states one likelihood, and a country and a category that it is of: the
-- newest of both, at most $most, where one of them lies in the period.
WITH country AS (
    SELECT
        report_key,
        place
    FROM counted_place
    WHERE place NOT LIKE '~%'
),

told AS (
    SELECT
        risk_in_force.place,
        risk_in_force.category,
        risk_in_force.report_key,
        risk_in_force.position,
        risk_in_force.impact_level,
        chosen.published_on,
        chosen.span
    FROM risk_in_force
    INNER JOIN chosen
        ON
            risk_in_force.report_key = chosen.report_key
            AND chosen.published_on IS NOT NULL
    SEMI JOIN country
        ON
            risk_in_force.report_key = country.report_key
            AND risk_in_force.place = country.place
    WHERE
        risk_in_force.is_risk
        AND risk_in_force.is_judged
        AND risk_in_force.category IS NOT NULL
),

-- since is the day of the last of the newest; sorting those from it on is quicker than all.
moving AS (
    SELECT
        place,
        category,
        list_min(max(published_on, $most::BIGINT)) AS since
    FROM told
    GROUP BY place, category
    HAVING bool_or(span = 0)
),

compared AS (
    SELECT
        told.*,
        row_number() OVER (
            PARTITION BY told.place, told.category
            ORDER BY told.published_on DESC, told.report_key DESC, told.position ASC
        ) AS age
    FROM told
    INNER JOIN moving
        ON
            told.place = moving.place
            AND told.category = moving.category
            AND told.published_on >= moving.since
    QUALIFY age <= $most -- noqa: RF02
)

SELECT
    compared.place,
    compared.category,
    compared.report_key,
    compared.position,
    compared.impact_level,
    compared.published_on,
    risk_judged.basis,
    risk_judged.term,
    risk_judged.low,
    risk_judged.high,
    risk_judged.is_corrected,
    risk_judged.text,
    list_transform(
        list_filter(risk_judged.places, lambda one: NOT one.inherited), --noqa
        lambda one: one.iso3 --noqa
    ) AS named,
    compared.span = 0 AS is_now,
    risk_judged.likelihood_span_start - risk_judged.span_start AS word_start,
    risk_judged.likelihood_span_end - risk_judged.span_start AS word_end
FROM compared
INNER JOIN risk_judged
    ON
        compared.report_key = risk_judged.report_key
        AND compared.position = risk_judged.position
ORDER BY compared.place ASC, compared.category ASC, compared.age ASC
