-- One row a recommendation of $ids in the reports in the period: where it stands.
SELECT
    tracked.report_key,
    tracked.position
FROM tracked
INNER JOIN recommendation
    ON
        tracked.report_key = recommendation.report_key
        AND tracked.position = recommendation.position
WHERE recommendation.recommendation_id IN (SELECT unnest($ids)) -- noqa: RF02
ORDER BY recommendation.recommendation_id
