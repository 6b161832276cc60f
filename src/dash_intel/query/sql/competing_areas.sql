-- One row an area that anything with competing hypotheses counts for in the period, the most first.
SELECT
    area.kind,
    area.code,
    count(DISTINCT chosen.unit) AS units
FROM chosen
INNER JOIN counted_place ON chosen.report_key = counted_place.report_key
INNER JOIN area ON counted_place.place = area.place
SEMI JOIN hypothesis ON chosen.report_key = hypothesis.report_key
WHERE chosen.span = 0
GROUP BY area.kind, area.code
ORDER BY units DESC, area.kind ASC, area.code ASC
