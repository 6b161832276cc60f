-- One row a group of the same advice that several reports in the period give, those of the most
-- reports first, part by part; the words are those of the newest.
WITH given AS (
    SELECT
        tracked.report_key,
        tracked.position,
        tracked.published_on,
        tracked.status,
        tracked.is_overdue,
        tracked.is_recurring,
        advice_in_force.group_key
    FROM tracked
    INNER JOIN advice_in_force
        ON
            tracked.report_key = advice_in_force.report_key
            AND tracked.position = advice_in_force.position
),

listed AS (
    SELECT
        group_key,
        count(*) AS recommendations,
        count(DISTINCT report_key) AS reports,
        min(published_on) AS first_on,
        max(published_on) AS last_on,
        max((published_on IS NOT NULL, published_on, -report_key, -position)) AS newest,
        count(*) FILTER (WHERE status = 'new') AS new, -- noqa: RF04
        count(*) FILTER (WHERE status = 'accepted') AS accepted,
        count(*) FILTER (WHERE status = 'in_progress') AS in_progress,
        count(*) FILTER (WHERE status = 'partially_addressed') AS partially_addressed,
        count(*) FILTER (WHERE status = 'implemented') AS implemented,
        count(*) FILTER (WHERE status = 'not_implemented') AS not_implemented,
        count(*) FILTER (WHERE is_overdue) AS overdue,
        bool_or(is_recurring) AS is_recurring,
        count(*) OVER () AS total
    FROM given
    GROUP BY group_key
    HAVING count(DISTINCT report_key) > 1
    ORDER BY reports DESC, recommendations DESC, group_key ASC
    LIMIT $at_most OFFSET $skipped
),

placed AS (
    SELECT
        given.group_key,
        area.code,
        count(DISTINCT given.report_key) AS reports
    FROM given
    SEMI JOIN listed ON given.group_key = listed.group_key
    INNER JOIN counted_place ON given.report_key = counted_place.report_key
    INNER JOIN area ON counted_place.place = area.place AND area.kind = 'region'
    GROUP BY given.group_key, area.code
),

regional AS (
    SELECT
        group_key,
        list(code ORDER BY reports DESC, code ASC) AS regions
    FROM placed
    GROUP BY group_key
)

SELECT
    listed.* EXCLUDE (newest), -- noqa: RF02
    recommendation.recommendation_id,
    recommendation.text,
    recommendation.instrument,
    regional.regions
FROM listed
INNER JOIN recommendation
    ON
        -listed.newest[3] = recommendation.report_key
        AND -listed.newest[4] = recommendation.position
LEFT JOIN regional ON listed.group_key = regional.group_key
ORDER BY listed.reports DESC, listed.recommendations DESC, listed.group_key ASC
