-- One row an area that anything in the period is counted for, the most first.
WITH numbered AS (
    SELECT
        kind,
        code,
        place,
        dense_rank() OVER (ORDER BY place)::SMALLINT AS place_number,
        dense_rank() OVER (ORDER BY kind, code)::SMALLINT AS area_number
    FROM area
),

spots AS (
    SELECT DISTINCT
        place,
        place_number
    FROM numbered
),

sets AS (
    SELECT
        chosen.unit,
        list_sort(list(DISTINCT spots.place_number)) AS place_numbers
    FROM chosen
    INNER JOIN counted_place ON chosen.report_key = counted_place.report_key
    INNER JOIN spots ON counted_place.place = spots.place
    WHERE chosen.span = 0
    GROUP BY chosen.unit
),

alike AS (
    SELECT
        place_numbers,
        count(*) AS units,
        row_number() OVER () AS set_number
    FROM sets
    GROUP BY place_numbers
),

parts AS (
    SELECT
        set_number,
        units,
        unnest(place_numbers) AS place_number
    FROM alike
),

inside AS (
    SELECT DISTINCT
        parts.set_number,
        parts.units,
        numbered.kind,
        numbered.code
    FROM parts
    INNER JOIN numbered ON parts.place_number = numbered.place_number
)

SELECT
    kind,
    code,
    sum(units)::BIGINT AS units
FROM inside
GROUP BY kind, code
ORDER BY units DESC, kind ASC, code ASC
