-- One row: how much is counted for an area, now and before.
WITH here AS (
    SELECT chosen.*
    FROM chosen
    WHERE
        chosen.report_key IN (
            SELECT counted_place.report_key
            FROM counted_place
            WHERE counted_place.place IN (SELECT unnest($places)) -- noqa: RF02
        )
)

SELECT
    count(DISTINCT unit) FILTER (WHERE span = 0) AS units,
    count(DISTINCT unit) FILTER (WHERE span = 1) AS units_before,
    count(*) FILTER (WHERE span = 0) AS reports,
    count(DISTINCT event) FILTER (WHERE span = 0) AS events,
    max(published_on) FILTER (WHERE span = 0) AS last_on,
    max(published_on) FILTER (WHERE span > 0) AS earlier_on
FROM here
