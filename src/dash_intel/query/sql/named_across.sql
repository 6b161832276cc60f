-- One row a technique, or a family, and a UN M49 region or a month ($by) of the reports that name
-- it in the period; each counts under the nearest match that such reports name.
-- noqa: disable=RF02,RF04
WITH told AS (
    SELECT
        chosen.report_key,
        chosen.unit,
        chosen.place_set,
        chosen.published_on,
        if($is_family, coalesce(technique.family, 'No family'), technique.name) AS value,
        min(list_position(['exact', 'near', 'loose', 'none'], technique.match)) AS grade
    FROM technique
    INNER JOIN chosen ON technique.report_key = chosen.report_key
    WHERE chosen.span = 0
    GROUP BY ALL
),

alike AS (
    SELECT
        value,
        grade,
        if($is_events, unit, NULL) AS event,
        if($by = 'region', place_set, NULL) AS place_set,
        if($by = 'month', date_trunc('month', published_on), NULL) AS started_on,
        count(*) AS units
    FROM told
    GROUP BY ALL
),

met AS (
    SELECT
        area_of_set.code AS other,
        alike.value,
        alike.grade,
        alike.event,
        alike.units
    FROM alike
    INNER JOIN area_of_set ON alike.place_set = area_of_set.place_set
    WHERE area_of_set.kind = 'region'
    UNION ALL
    SELECT
        strftime(started_on, '%Y-%m') AS other,
        value,
        grade,
        event,
        units
    FROM alike
    WHERE started_on IS NOT NULL
),

-- An event counts once, under the nearest match of its reports.
counted AS (
    SELECT
        other,
        value,
        grade,
        units
    FROM met
    WHERE NOT $is_events
    UNION ALL
    SELECT
        other,
        value,
        min(grade) AS grade,
        1 AS units
    FROM met
    WHERE $is_events
    GROUP BY other, value, event
)

SELECT
    other,
    value,
    sum(units)::BIGINT AS found,
    coalesce(sum(units) FILTER (WHERE grade = 1), 0)::BIGINT AS exact,
    coalesce(sum(units) FILTER (WHERE grade = 2), 0)::BIGINT AS near,
    coalesce(sum(units) FILTER (WHERE grade = 3), 0)::BIGINT AS loose,
    coalesce(sum(units) FILTER (WHERE grade = 4), 0)::BIGINT AS no_match
FROM counted
GROUP BY other, value
