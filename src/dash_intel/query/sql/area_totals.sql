-- One row: how much is counted for an area now and before, and how much of everything.
WITH here AS (
    SELECT chosen.*
    FROM chosen
    WHERE
        chosen.report_key IN (
            SELECT counted_place.report_key
            FROM counted_place
            WHERE counted_place.place IN (SELECT unnest($places)) -- noqa: RF02
        )
),

everything AS (
    SELECT
        count(DISTINCT unit) FILTER (WHERE span = 0) AS all_units,
        count(DISTINCT unit) FILTER (WHERE span = 1) AS all_before
    FROM chosen
)

SELECT
    everything.all_units,
    everything.all_before,
    count(DISTINCT here.unit) FILTER (WHERE here.span = 0) AS units,
    count(DISTINCT here.unit) FILTER (WHERE here.span = 1) AS units_before,
    count(*) FILTER (WHERE here.span = 0) AS reports,
    count(DISTINCT here.event) FILTER (WHERE here.span = 0) AS events,
    max(here.published_on) FILTER (WHERE here.span = 0) AS last_on,
    max(here.published_on) FILTER (WHERE here.span > 0) AS earlier_on
FROM everything
LEFT JOIN here ON TRUE
GROUP BY everything.all_units, everything.all_before
