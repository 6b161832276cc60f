-- One row an area that reports of the period count for, with how many do.
WITH alike AS (
    SELECT
        place_set,
        count(*) AS reports
    FROM chosen
    WHERE span = 0 AND NOT $is_events
    GROUP BY place_set
),

of_kind AS (
    SELECT
        place_set,
        code
    FROM area_of_set
    WHERE kind = $kind
)

SELECT
    of_kind.code,
    sum(alike.reports)::BIGINT AS reports
FROM alike
INNER JOIN of_kind ON alike.place_set = of_kind.place_set
GROUP BY of_kind.code
UNION ALL
SELECT
    of_kind.code,
    count(DISTINCT chosen.unit) AS reports
FROM chosen
INNER JOIN of_kind ON chosen.place_set = of_kind.place_set
WHERE chosen.span = 0 AND $is_events --noqa: RF02
GROUP BY of_kind.code
