-- One row a UN M49 region that what is looked at counts for, now or earlier, the longest silent
-- first.
SELECT
    area.code AS region,
    count(DISTINCT chosen.unit) FILTER (WHERE chosen.span = 0) AS found,
    count(DISTINCT chosen.unit) FILTER (WHERE chosen.span = 1) AS found_before,
    count(DISTINCT chosen.unit) FILTER (WHERE chosen.span > 0) AS earlier,
    max(chosen.published_on) AS last_on
FROM chosen
INNER JOIN counted_place ON chosen.report_key = counted_place.report_key
INNER JOIN area ON counted_place.place = area.place
WHERE area.kind = 'region'
GROUP BY area.code
ORDER BY last_on ASC, region ASC
