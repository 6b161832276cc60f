-- One row a piece of advice of reports on an area, once where several give it, the newest first.
WITH here AS (
    SELECT chosen.*
    FROM chosen
    WHERE
        chosen.span = 0
        AND chosen.report_key IN (
            SELECT counted_place.report_key
            FROM counted_place
            WHERE counted_place.place IN (SELECT unnest($places)) -- noqa: RF02
        )
),

given AS (
    SELECT
        here.report_key,
        here.unit,
        here.published_on,
        advice_in_force.position,
        advice_in_force.group_key
    FROM here
    INNER JOIN advice_in_force ON here.report_key = advice_in_force.report_key
),

grouped AS (
    SELECT
        group_key,
        count(*) AS recommendations,
        count(DISTINCT unit) AS units,
        max(published_on) AS last_on,
        max((published_on IS NOT NULL, published_on, -report_key, -position)) AS newest
    FROM given
    GROUP BY group_key
),

listed AS (
    SELECT
        group_key,
        recommendations,
        units,
        last_on,
        -newest[3] AS report_key,
        -newest[4] AS position, -- noqa: RF04
        count(*) OVER () AS total,
        (sum(recommendations) OVER ())::BIGINT AS all_recommendations
    FROM grouped
    ORDER BY last_on DESC NULLS LAST, report_key ASC, position ASC
    LIMIT $at_most OFFSET $skipped
)

SELECT
    recommendation.recommendation_id,
    listed.recommendations,
    listed.units,
    listed.total,
    listed.all_recommendations,
    listed.group_key,
    recommendation.text,
    recommendation.instrument,
    recommendation.horizon,
    report.report_id,
    report.published_on,
    report.publisher,
    state.owner,
    state.due_on,
    coalesce(state.status, 'new') AS status,
    coalesce(state.addressee, recommendation.addressee) AS addressee,
    coalesce(state.is_open AND state.due_on < $today, FALSE) AS is_overdue, -- noqa: RF02
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM listed
INNER JOIN recommendation
    ON
        listed.report_key = recommendation.report_key
        AND listed.position = recommendation.position
INNER JOIN report ON listed.report_key = report.report_key
INNER JOIN source ON listed.report_key = source.report_key AND source.position = 0
LEFT JOIN ledger.recommendation_state AS state
    ON recommendation.recommendation_id = state.recommendation_id
ORDER BY listed.last_on DESC NULLS LAST, listed.report_key ASC, listed.position ASC
