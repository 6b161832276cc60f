-- One row a month in which anything is counted for an area, the oldest first.
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
    date_trunc('month', published_on) AS month_on,
    count(DISTINCT unit) AS units
FROM here
WHERE published_on IS NOT NULL
GROUP BY ALL
ORDER BY month_on ASC
