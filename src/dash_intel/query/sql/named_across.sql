-- One row a technique, or a family, and a UN M49 region or a month ($by) of the reports that name
-- it in the period; each counts under the nearest match that such reports name.
-- noqa: disable=RF02,RF04
WITH told AS (
    SELECT
        chosen.report_key,
        chosen.unit,
        if($is_family, coalesce(technique.family, 'No family'), technique.name) AS value,
        min(list_position(['exact', 'near', 'loose', 'none'], technique.match)) AS grade
    FROM technique
    INNER JOIN chosen ON technique.report_key = chosen.report_key
    WHERE chosen.span = 0
    GROUP BY ALL
),

across AS (
    SELECT DISTINCT
        counted_place.report_key,
        area.code AS other
    FROM counted_place
    INNER JOIN area ON counted_place.place = area.place
    WHERE $by = 'region' AND area.kind = 'region'
    UNION ALL
    SELECT
        report_key,
        strftime(published_on, '%Y-%m') AS other
    FROM chosen
    WHERE $by = 'month' AND published_on IS NOT NULL
),

met AS (
    SELECT
        across.other,
        told.value,
        told.unit,
        min(told.grade) AS grade
    FROM told
    INNER JOIN across ON told.report_key = across.report_key
    GROUP BY ALL
)

SELECT
    other,
    value,
    count(*) AS found,
    count(*) FILTER (WHERE grade = 1) AS exact,
    count(*) FILTER (WHERE grade = 2) AS near,
    count(*) FILTER (WHERE grade = 3) AS loose,
    count(*) FILTER (WHERE grade = 4) AS no_match
FROM met
GROUP BY other, value
