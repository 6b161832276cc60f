-- One row an area that anything in the period is counted for, the most first.
WITH alike AS (
    SELECT
        place_set,
        count(*) AS units
    FROM chosen
    WHERE span = 0 AND NOT $is_events
    GROUP BY place_set
)

SELECT
    area_of_set.kind,
    area_of_set.code,
    sum(alike.units)::BIGINT AS units
FROM alike
INNER JOIN area_of_set ON alike.place_set = area_of_set.place_set
GROUP BY area_of_set.kind, area_of_set.code
UNION ALL
SELECT
    area_of_set.kind,
    area_of_set.code,
    count(DISTINCT chosen.unit) AS units
FROM chosen
INNER JOIN area_of_set ON chosen.place_set = area_of_set.place_set
WHERE chosen.span = 0 AND $is_events --noqa: RF02
GROUP BY area_of_set.kind, area_of_set.code
ORDER BY units DESC, kind ASC, code ASC
