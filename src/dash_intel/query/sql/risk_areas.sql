-- One row an area that reports of the period count for, with how many do.
SELECT
    area.code,
    count(DISTINCT chosen.unit) AS reports
FROM counted_place
INNER JOIN area ON counted_place.place = area.place
INNER JOIN chosen ON counted_place.report_key = chosen.report_key
WHERE area.kind = $kind AND chosen.span = 0 --noqa: RF02
GROUP BY area.code
