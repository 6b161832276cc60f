-- One row a recommendation of the group $group_id, the oldest report first.
SELECT
    advice_group.recommendation_id,
    report.report_id,
    report.published_on,
    recommendation.text,
    advice_group.is_canonical,
    advice_group.similarity
FROM advice_group
INNER JOIN recommendation
    ON
        advice_group.report_key = recommendation.report_key
        AND advice_group.position = recommendation.position
INNER JOIN report ON advice_group.report_key = report.report_key
WHERE advice_group.group_id = $group_id -- noqa: RF02
ORDER BY report.published_on ASC NULLS LAST, advice_group.recommendation_id ASC
