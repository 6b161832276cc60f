-- One row an area that anything in the period is counted for, the most first.
SELECT
    area.kind,
    area.code,
    count(DISTINCT chosen.unit) AS units,
    max(chosen.published_on) AS last_on
FROM chosen
INNER JOIN counted_place ON chosen.report_key = counted_place.report_key
INNER JOIN area ON counted_place.place = area.place
WHERE chosen.span = 0
GROUP BY area.kind, area.code
ORDER BY units DESC, area.kind ASC, area.code ASC
