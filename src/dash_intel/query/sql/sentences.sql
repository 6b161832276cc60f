-- One row a risk sentence, in the order in which its report and position are asked for.
WITH wanted AS (
    SELECT
        unnest($reports::INTEGER[]) AS report_key, --noqa
        unnest($positions::INTEGER[]) AS position, --noqa
        generate_subscripts($reports::INTEGER[], 1) AS place --noqa
),

sorted AS (
    SELECT
        risk_in_force.report_key,
        risk_in_force.position,
        list(DISTINCT risk_in_force.category) AS categories
    FROM risk_in_force
    WHERE
        risk_in_force.category IS NOT NULL
        AND risk_in_force.report_key IN (SELECT wanted.report_key FROM wanted)
    GROUP BY risk_in_force.report_key, risk_in_force.position
),

said AS (
    SELECT risk.*
    FROM risk
    WHERE risk.report_key IN (SELECT wanted.report_key FROM wanted)
),

headed AS (
    SELECT
        report.report_key,
        report.report_id,
        report.published_on,
        report.publisher,
        coalesce(report.headline, report.title) AS title
    FROM report
    WHERE report.report_key IN (SELECT wanted.report_key FROM wanted)
),

origin AS (
    SELECT
        source.report_key,
        source.source
    FROM source
    WHERE source.position = 0 AND source.report_key IN (SELECT wanted.report_key FROM wanted)
),

corrected AS (
    SELECT
        override.subject_id,
        list(override.field ORDER BY override.field) AS corrected_fields
    FROM ledger.override
    GROUP BY override.subject_id
)

SELECT
    said.risk_id,
    headed.report_id,
    headed.published_on,
    headed.publisher,
    said.text,
    said.span_start,
    said.span_end,
    said.likelihood_span_start,
    said.likelihood_span_end,
    said.impact_words,
    said.categories AS categories_read,
    is_one_of_several(said.likelihood_rule) AS is_one_of_several,
    coalesce(headed.title, origin.source) AS title,
    coalesce(sorted.categories, []) AS categories,
    coalesce(corrected.corrected_fields, []) AS corrected
FROM wanted
INNER JOIN headed ON wanted.report_key = headed.report_key
INNER JOIN said ON wanted.report_key = said.report_key AND wanted.position = said.position
LEFT JOIN origin ON wanted.report_key = origin.report_key
LEFT JOIN sorted ON wanted.report_key = sorted.report_key AND wanted.position = sorted.position
LEFT JOIN corrected ON said.risk_id = corrected.subject_id
ORDER BY wanted.place
