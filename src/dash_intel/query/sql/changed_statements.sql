-- One row a sentence that states one likelihood, and a country and a category that it is of: the
-- newest of both, at most $most, where one of them lies in the period.
WITH told AS (
    SELECT
        risk_stated.risk_cell,
        risk_stated.report_key,
        risk_stated.position,
        risk_stated.impact_level,
        risk_stated.named,
        chosen.published_on,
        chosen.span
    FROM risk_stated
    INNER JOIN chosen
        ON
            risk_stated.report_key = chosen.report_key
            AND chosen.published_on IS NOT NULL
    SEMI JOIN counted_place
        ON
            risk_stated.report_key = counted_place.report_key
            AND risk_stated.place = counted_place.place
),

-- since is the day of the last of the newest; sorting those from it on is quicker than all.
moving AS (
    SELECT
        risk_cell,
        list_min(max(published_on, $most::BIGINT)) AS since
    FROM told
    GROUP BY risk_cell
    HAVING bool_or(span = 0)
),

compared AS (
    SELECT
        told.*,
        row_number() OVER (
            PARTITION BY told.risk_cell
            ORDER BY told.published_on DESC, told.report_key DESC, told.position ASC
        ) AS age
    FROM told
    INNER JOIN moving ON told.risk_cell = moving.risk_cell AND told.published_on >= moving.since
    QUALIFY age <= $most -- noqa: RF02
)

SELECT
    risk_cell.place,
    risk_cell.category,
    compared.report_key,
    compared.position,
    compared.impact_level,
    compared.published_on,
    compared.named,
    risk_judged.basis,
    risk_judged.term,
    risk_judged.low,
    risk_judged.high,
    risk_judged.is_corrected,
    risk_judged.text,
    compared.span = 0 AS is_now,
    risk_judged.likelihood_span_start - risk_judged.span_start AS word_start,
    risk_judged.likelihood_span_end - risk_judged.span_start AS word_end
FROM compared
INNER JOIN risk_cell ON compared.risk_cell = risk_cell.risk_cell
INNER JOIN risk_judged
    ON
        compared.report_key = risk_judged.report_key
        AND compared.position = risk_judged.position
ORDER BY risk_cell.place ASC, risk_cell.category ASC, compared.age ASC
