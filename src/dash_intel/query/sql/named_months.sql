-- One row a month and a technique, or a family, that a report of it names; each counts under the
-- nearest match that such reports name.
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

met AS (
    SELECT
        told.value,
        told.unit,
        strftime(chosen.published_on, '%Y-%m') AS other,
        min(told.grade) AS grade
    FROM told
    INNER JOIN chosen ON told.report_key = chosen.report_key
    WHERE chosen.published_on IS NOT NULL
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
