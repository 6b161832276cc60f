-- One row a publisher of what is looked at in the period, the most first; empty where none is
-- stated.
WITH placed AS (
    SELECT
        coalesce(report_read.publisher, '') AS publisher,
        count(DISTINCT area.code) AS regions
    FROM chosen
    INNER JOIN report_read ON chosen.report_key = report_read.report_key
    INNER JOIN counted_place ON chosen.report_key = counted_place.report_key
    INNER JOIN area ON counted_place.place = area.place
    WHERE chosen.span = 0 AND area.kind = 'region'
    GROUP BY ALL
),

warned AS (
    SELECT DISTINCT report_key
    FROM warning
),

counted AS (
    SELECT
        coalesce(report_read.publisher, '') AS publisher,
        count(DISTINCT chosen.unit) AS found,
        count(DISTINCT chosen.unit) FILTER (
            WHERE list_contains(report_read.flags, 'promoted_content')
        ) AS promoted,
        count(DISTINCT chosen.unit) FILTER (WHERE warned.report_key IS NOT NULL) AS warned,
        min(chosen.published_on) AS first_on,
        max(chosen.published_on) AS last_on
    FROM chosen
    INNER JOIN report_read ON chosen.report_key = report_read.report_key
    LEFT JOIN warned ON chosen.report_key = warned.report_key
    WHERE chosen.span = 0
    GROUP BY ALL
),

ranked AS (
    SELECT
        publisher,
        row_number() OVER (ORDER BY found DESC, last_on DESC NULLS LAST, publisher ASC) AS place
    FROM counted
    WHERE publisher <> ''
),

topmost AS (
    SELECT
        chosen.unit,
        min(ranked.place) AS place
    FROM chosen
    INNER JOIN report_read ON chosen.report_key = report_read.report_key
    INNER JOIN ranked ON report_read.publisher = ranked.publisher
    WHERE chosen.span = 0
    GROUP BY chosen.unit
),

added AS (
    SELECT
        ranked.publisher,
        count(*) AS units
    FROM topmost
    INNER JOIN ranked ON topmost.place = ranked.place
    GROUP BY ranked.publisher
)

SELECT
    counted.publisher,
    counted.found,
    counted.promoted,
    counted.warned,
    counted.first_on,
    counted.last_on,
    coalesce(placed.regions, 0) AS regions,
    coalesce(added.units, 0) AS added
FROM counted
LEFT JOIN placed ON counted.publisher = placed.publisher
LEFT JOIN added ON counted.publisher = added.publisher
ORDER BY counted.found DESC, counted.last_on DESC NULLS LAST, counted.publisher ASC
