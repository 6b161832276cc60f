-- One row an area, and one an area and a tag; a row without a tag is of all its reports.
WITH placed AS (
    SELECT
        place,
        code
    FROM area
    WHERE kind = $kind
),

counted AS MATERIALIZED (
    SELECT DISTINCT
        chosen.report_key,
        chosen.unit,
        placed.code
    FROM chosen
    INNER JOIN counted_place ON chosen.report_key = counted_place.report_key
    INNER JOIN placed ON counted_place.place = placed.place
    WHERE chosen.span = 0
),

carrying AS (
    SELECT
        report_key,
        name
    FROM tag_in_force
    WHERE list_contains($names, name) AND ($has_unsupported OR supported IS NOT FALSE)
)

SELECT
    code,
    NULL AS tag,
    count(DISTINCT unit) AS units
FROM counted
GROUP BY code
UNION ALL
SELECT
    counted.code,
    carrying.name AS tag,
    count(DISTINCT counted.unit) AS units
FROM counted
INNER JOIN carrying ON counted.report_key = carrying.report_key
GROUP BY counted.code, carrying.name
