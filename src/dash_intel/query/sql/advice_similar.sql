-- One row a wording that is like that of $recommendation_id, but not the same; the likest first.
WITH wanted AS (
    SELECT advice_wording.*
    FROM advice_wording
    SEMI JOIN ( --noqa: ST05
        SELECT advice.id
        FROM advice
        INNER JOIN recommendation
            ON
                advice.report_key = recommendation.report_key
                AND advice.position = recommendation.position
        WHERE recommendation.recommendation_id = $recommendation_id -- noqa: RF02
    ) AS asked ON advice_wording.id = asked.id
),

weight AS (
    SELECT
        stem,
        (1 + ln(2) * steps) ** 2 AS squared
    FROM advice_stem
),

flat AS (
    SELECT
        advice_wording.id,
        unnest(advice_wording.stems) AS stem
    FROM advice_wording
    SEMI JOIN wanted ON advice_wording.part = wanted.part
),

norm AS (
    SELECT
        flat.id,
        sum(weight.squared) AS norm,
        sum(weight.squared) FILTER (WHERE asked.stem IS NOT NULL) AS shared
    FROM flat
    INNER JOIN weight ON flat.stem = weight.stem
    LEFT JOIN ( --noqa: ST05
        SELECT DISTINCT unnest(stems) AS stem
        FROM wanted
    ) AS asked ON flat.stem = asked.stem
    GROUP BY flat.id
),

own AS (
    SELECT max(norm.norm) AS norm
    FROM norm
    SEMI JOIN wanted ON norm.id = wanted.id
),

similar_wording AS (
    SELECT
        norm.id,
        norm.shared / sqrt(norm.norm * own.norm) AS similarity
    FROM norm
    CROSS JOIN own
    ANTI JOIN wanted ON norm.id = wanted.id
)

SELECT
    recommendation.recommendation_id,
    report.report_id,
    report.published_on,
    recommendation.text,
    similar_wording.similarity
FROM similar_wording
INNER JOIN ( --noqa: ST05
    SELECT
        id,
        min(report_key) AS report_key,
        arg_min(position, report_key) AS position --noqa: RF04
    FROM advice
    GROUP BY id
) AS told ON similar_wording.id = told.id
INNER JOIN recommendation
    ON told.report_key = recommendation.report_key AND told.position = recommendation.position
INNER JOIN report ON told.report_key = report.report_key
WHERE similar_wording.similarity >= 0.55
ORDER BY similar_wording.similarity DESC, recommendation.recommendation_id ASC
LIMIT $at_most
