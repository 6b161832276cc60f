-- One row a recommendation of $reports at $positions: its id.
WITH wanted AS (
    SELECT
        unnest($reports)::INTEGER AS report_key,
        unnest($positions)::INTEGER AS position -- noqa: RF04
)

SELECT recommendation.recommendation_id
FROM recommendation
SEMI JOIN wanted
    ON recommendation.report_key = wanted.report_key AND recommendation.position = wanted.position
ORDER BY recommendation.recommendation_id
