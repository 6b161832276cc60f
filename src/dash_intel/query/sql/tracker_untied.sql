-- One row a recommendation of the period that is tied to no risk, the newest first, part by part:
-- none was linked to it, and its report states none on a country that the advice is about. Where
-- one of them is about no country, any risk of the report will do.
WITH linked AS (
    SELECT
        recommendation_id,
        unnest(links) AS item_id
    FROM ledger.recommendation_state
),

stated AS (
    SELECT
        report_key,
        place::VARCHAR AS place
    FROM risk_in_force
    WHERE is_risk
),

tied AS (
    SELECT
        advice_about.report_key,
        advice_about.position
    FROM advice_about
    SEMI JOIN
        stated
        ON advice_about.report_key = stated.report_key AND advice_about.place = stated.place
    UNION ALL
    SELECT
        advice_about.report_key,
        advice_about.position
    FROM advice_about
    SEMI JOIN stated ON advice_about.report_key = stated.report_key
    WHERE advice_about.place = ''
    UNION ALL
    SELECT
        tracked.report_key,
        tracked.position
    FROM tracked
    SEMI JOIN stated
        ON
            tracked.report_key = stated.report_key
            AND (stated.place IS NULL OR stated.place LIKE '~%')
    UNION ALL
    SELECT
        recommendation.report_key,
        recommendation.position
    FROM recommendation
    INNER JOIN linked ON recommendation.recommendation_id = linked.recommendation_id
    SEMI JOIN risk ON linked.item_id = risk.risk_id
)

SELECT
    tracked.report_key,
    tracked.position,
    count(*) OVER () AS total
FROM tracked
ANTI JOIN tied ON tracked.report_key = tied.report_key AND tracked.position = tied.position
ORDER BY tracked.published_on DESC NULLS LAST, tracked.report_key ASC, tracked.position ASC
LIMIT $at_most OFFSET $skipped
