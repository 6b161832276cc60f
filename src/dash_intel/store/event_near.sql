-- One row a report that may be of one event with a changed one: near in time, a country in common.
WITH spread AS (
    SELECT DISTINCT
        event_wording.day,
        unnest(event_wording.countries) AS country
    FROM event_wording
    SEMI JOIN changed ON event_wording.id = changed.id
),

near_day AS (SELECT unnest(range(-3, 4)) AS days), -- noqa: RF04

wanted AS (
    SELECT DISTINCT
        spread.country,
        spread.day + near_day.days AS day -- noqa
    FROM spread
    CROSS JOIN near_day
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
