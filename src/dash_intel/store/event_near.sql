-- One row a report that may be of one event with a changed one: near in time, a country in common.
WITH spread AS (
    SELECT DISTINCT
        unnest(event_wording.countries) AS country,
        event_wording.day
    FROM event_wording
    SEMI JOIN changed ON event_wording.id = changed.id
),

wanted AS (
    SELECT DISTINCT
        spread.country,
        spread.day + near_day.days AS day --noqa: RF04
    FROM spread
    CROSS JOIN (SELECT unnest(range(-3, 4)) AS days) AS near_day
),

placed AS (
    SELECT
        id,
        day,
        unnest(countries) AS country
    FROM event_wording
)

SELECT placed.id
FROM placed
SEMI JOIN wanted ON placed.country = wanted.country AND placed.day = wanted.day
