-- One row a tag of reports on an area, how many carry it in the period and in the equal one before.
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

total AS (
    SELECT
        count(DISTINCT unit) FILTER (WHERE span = 0) AS n,
        count(DISTINCT unit) FILTER (WHERE span = 1) AS n_before
    FROM here
),

carried AS (
    SELECT
        tag_in_force.name,
        count(DISTINCT here.unit) FILTER (WHERE here.span = 0) AS y,
        count(DISTINCT here.unit) FILTER (WHERE here.span = 1) AS y_before
    FROM here
    INNER JOIN tag_in_force ON here.report_key = tag_in_force.report_key
    WHERE here.span < 2
    GROUP BY tag_in_force.name
)

SELECT
    carried.name,
    carried.y,
    carried.y_before,
    total.n,
    total.n_before
FROM carried
CROSS JOIN total
ORDER BY carried.y DESC, carried.name ASC
