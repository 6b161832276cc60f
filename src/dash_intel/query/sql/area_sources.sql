-- One row a publisher of reports on an area, or a technique named in them, the most first.
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

told AS (
    SELECT
        'publisher' AS kind,
        here.unit,
        here.published_on,
        coalesce(report.publisher, '') AS name -- noqa: RF04
    FROM here
    INNER JOIN report ON here.report_key = report.report_key
    UNION ALL
    SELECT
        'technique' AS kind,
        here.unit,
        here.published_on,
        technique.name
    FROM here
    INNER JOIN technique ON here.report_key = technique.report_key
),

counted AS (
    SELECT
        kind,
        name,
        count(DISTINCT unit) AS units,
        max(published_on) AS last_on
    FROM told
    GROUP BY kind, name
)

SELECT
    kind,
    name,
    units,
    last_on
FROM counted
ORDER BY kind ASC, units DESC, name ASC
