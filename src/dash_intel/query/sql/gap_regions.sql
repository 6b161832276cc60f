-- One row a UN M49 region of reports that declare a gap in the period, the most first.
WITH placed AS (
    SELECT DISTINCT
        counted_place.report_key,
        area.code
    FROM counted_place
    INNER JOIN area ON counted_place.place = area.place
    WHERE area.kind = 'region'
),

gap AS (
    SELECT DISTINCT report_key
    FROM declared_gap
)

SELECT
    placed.code AS region,
    count(DISTINCT chosen.unit) AS units,
    count(DISTINCT chosen.unit) FILTER (WHERE gap.report_key IS NOT NULL) AS found,
    min(chosen.published_on) FILTER (WHERE gap.report_key IS NOT NULL) AS first_on
FROM chosen
INNER JOIN placed ON chosen.report_key = placed.report_key
LEFT JOIN gap ON chosen.report_key = gap.report_key
WHERE chosen.span = 0
GROUP BY placed.code
HAVING found > 0
ORDER BY found DESC, region ASC
