-- One row a UN M49 region and a technique, or a family, that is named there in the period; each
-- counts under the nearest match that it names.
-- noqa: disable=RF02,RF04
WITH told AS (
    SELECT
        chosen.unit,
        if($is_family, coalesce(technique.family, 'No family'), technique.name) AS value,
        arg_min(
            technique.match, list_position(['exact', 'near', 'loose', 'none'], technique.match)
        ) AS grade
    FROM technique
    INNER JOIN chosen ON technique.report_key = chosen.report_key
    WHERE chosen.span = 0
    GROUP BY ALL
),

placed AS (
    SELECT DISTINCT
        chosen.unit,
        area.code
    FROM counted_place
    INNER JOIN chosen ON counted_place.report_key = chosen.report_key
    INNER JOIN area ON counted_place.place = area.place
    WHERE chosen.span = 0 AND area.kind = 'region'
)

SELECT
    placed.code AS other,
    told.value,
    count(*) AS found,
    count(*) FILTER (WHERE told.grade = 'exact') AS exact,
    count(*) FILTER (WHERE told.grade = 'near') AS near,
    count(*) FILTER (WHERE told.grade = 'loose') AS loose,
    count(*) FILTER (WHERE told.grade = 'none') AS no_match
FROM told
INNER JOIN placed ON told.unit = placed.unit
GROUP BY placed.code, told.value
