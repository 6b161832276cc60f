-- One row a country that reports of the period state a risk of, and one without a country for all:
-- how many reports do, how many reach impact 4, how many state no impact, and the highest impact.
WITH told AS (
    SELECT
        risk_in_force.report_key,
        risk_in_force.place,
        max(risk_in_force.impact_level) AS impact_level
    FROM risk_in_force
    WHERE
        risk_in_force.is_risk
        AND (NOT $has_category OR risk_in_force.category = $category) --noqa: RF02
    GROUP BY risk_in_force.report_key, risk_in_force.place
),

counted AS (
    SELECT
        chosen.unit,
        told.place AS country,
        max(told.impact_level) AS impact_level
    FROM told
    INNER JOIN chosen ON told.report_key = chosen.report_key
    INNER JOIN counted_place
        ON
            told.report_key = counted_place.report_key
            AND told.place = counted_place.place
    WHERE chosen.span = 0 AND told.place NOT LIKE '~%'
    GROUP BY chosen.unit, told.place
    UNION ALL
    SELECT
        chosen.unit,
        NULL AS country,
        max(told.impact_level) AS impact_level
    FROM told
    INNER JOIN chosen ON told.report_key = chosen.report_key
    WHERE chosen.span = 0
    GROUP BY chosen.unit
)

SELECT
    counted.country,
    count(*) AS reports,
    count(*) FILTER (WHERE counted.impact_level >= 4) AS high,
    count(*) FILTER (WHERE counted.impact_level IS NULL) AS unstated,
    max(counted.impact_level) AS peak
FROM counted
GROUP BY counted.country
ORDER BY counted.country NULLS FIRST
