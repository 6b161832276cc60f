-- One row a UN M49 region that what is looked at in the period counts for, those of $active first,
-- then the most first.
-- noqa: disable=RF02,RF04
SELECT
    area.code AS value,
    count(DISTINCT chosen.unit) AS found
FROM counted_place
INNER JOIN chosen ON counted_place.report_key = chosen.report_key
INNER JOIN area ON counted_place.place = area.place
WHERE chosen.span = 0 AND area.kind = 'region'
GROUP BY area.code
ORDER BY list_contains($active, value) DESC, found DESC, value ASC
LIMIT $at_most
