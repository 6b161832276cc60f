-- One row a month and a technique, or a family, that is named in it; each counts under the
-- nearest match that it names.
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

dated AS (
    SELECT DISTINCT
        unit,
        strftime(published_on, '%Y-%m') AS month
    FROM chosen
    WHERE span = 0 AND published_on IS NOT NULL
)

SELECT
    dated.month AS other,
    told.value,
    count(*) AS found,
    count(*) FILTER (WHERE told.grade = 'exact') AS exact,
    count(*) FILTER (WHERE told.grade = 'near') AS near,
    count(*) FILTER (WHERE told.grade = 'loose') AS loose,
    count(*) FILTER (WHERE told.grade = 'none') AS no_match
FROM told
INNER JOIN dated ON told.unit = dated.unit
GROUP BY dated.month, told.value
