-- One row: how much is looked at in the period, and how many reports have no date.
WITH dateless AS (
    SELECT count(*) AS reports
    FROM matched
    WHERE published_on IS NULL
)

SELECT
    count(*) FILTER (WHERE span = 0) AS reports,
    count(DISTINCT event) FILTER (WHERE span = 0) AS events,
    count(*) FILTER (WHERE span = 1) AS reports_before,
    count(DISTINCT event) FILTER (WHERE span = 1) AS events_before,
    min(published_on) FILTER (WHERE span = 0) AS first_on,
    max(published_on) FILTER (WHERE span = 0) AS last_on,
    (FROM dateless) AS undated
FROM chosen
