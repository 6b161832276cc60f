-- One row a group of the same advice, the most reports first.
WITH told AS (
    SELECT
        advice_group.group_id,
        advice_group.recommendation_id,
        advice_group.is_canonical,
        advice_group.report_key,
        recommendation.text,
        report.published_on,
        report.report_id
    FROM advice_group
    INNER JOIN recommendation
        ON
            advice_group.report_key = recommendation.report_key
            AND advice_group.position = recommendation.position
    INNER JOIN report ON advice_group.report_key = report.report_key
)

SELECT
    group_id,
    arg_min(text, recommendation_id) FILTER (WHERE is_canonical) AS canonical_text,
    count(*) AS recommendations,
    count(DISTINCT report_key) AS reports,
    min(published_on) AS first_on,
    max(published_on) AS last_on
FROM told
GROUP BY group_id
ORDER BY reports DESC, recommendations DESC, group_id ASC
LIMIT $at_most
