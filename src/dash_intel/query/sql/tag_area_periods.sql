-- One row an area and a period that holds reports of it; carrying are those with the tag.
WITH placed AS (
    SELECT
        place,
        code
    FROM area
    WHERE kind = $kind
),

dated AS (
    SELECT
        report_key,
        unit,
        date_trunc($scale, published_on)::DATE AS started_on
    FROM chosen
    WHERE published_on BETWEEN $since AND $until
),

tagged AS (
    SELECT DISTINCT report_key
    FROM tag_in_force
    WHERE name = $tag AND ($has_unsupported OR supported IS NOT FALSE)
),

counted AS (
    SELECT DISTINCT
        placed.code,
        dated.started_on,
        dated.unit,
        dated.report_key
    FROM dated
    INNER JOIN counted_place ON dated.report_key = counted_place.report_key
    INNER JOIN placed ON counted_place.place = placed.place
)

SELECT
    counted.code,
    counted.started_on,
    count(DISTINCT counted.unit) AS units,
    count(DISTINCT CASE WHEN tagged.report_key IS NOT NULL THEN counted.unit END) AS carrying
FROM counted
LEFT JOIN tagged ON counted.report_key = tagged.report_key
GROUP BY counted.code, counted.started_on
