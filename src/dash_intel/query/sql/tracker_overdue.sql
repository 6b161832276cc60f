-- One row a region with overdue advice of the reports in the period, the most first.
SELECT
    area.code,
    count(DISTINCT format('{}-{}', tracked.report_key, tracked.position)) AS overdue
FROM tracked
INNER JOIN counted_place ON tracked.report_key = counted_place.report_key
INNER JOIN area ON counted_place.place = area.place AND area.kind = 'region'
WHERE tracked.is_overdue
GROUP BY area.code
ORDER BY overdue DESC, area.code ASC
