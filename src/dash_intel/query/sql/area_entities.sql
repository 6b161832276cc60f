-- One row a person or organisation that reports on an area name, the most first.
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

named AS (
    SELECT
        entity.name,
        mode(entity.type) AS type, -- noqa: RF04
        count(DISTINCT here.unit) AS units
    FROM here
    INNER JOIN entity ON here.report_key = entity.report_key
    WHERE entity.type IS DISTINCT FROM 'place'
    GROUP BY entity.name
),

listed AS (
    SELECT
        *,
        count(*) OVER () AS total
    FROM named
    ORDER BY units DESC, name ASC
    LIMIT $at_most OFFSET $skipped
),

everywhere AS (
    SELECT
        entity.name,
        count(DISTINCT chosen.unit) AS all_units
    FROM entity
    INNER JOIN chosen ON entity.report_key = chosen.report_key AND chosen.span = 0
    SEMI JOIN listed ON entity.name = listed.name
    GROUP BY entity.name
)

SELECT
    listed.name,
    listed.type,
    listed.units,
    listed.total,
    everywhere.all_units
FROM listed
INNER JOIN everywhere ON listed.name = everywhere.name
ORDER BY listed.units DESC, listed.name ASC
