-- One row: how much of the period is counted for both of two areas.
WITH counted AS (
    SELECT
        chosen.unit,
        counted_place.place
    FROM chosen
    INNER JOIN counted_place ON chosen.report_key = counted_place.report_key
    WHERE chosen.span = 0
)

SELECT count(DISTINCT counted.unit) AS units
FROM counted
WHERE
    counted.unit IN (
        SELECT one.unit
        FROM counted AS one
        WHERE one.place IN (SELECT unnest($places)) -- noqa: RF02
    )
    AND counted.unit IN (
        SELECT other.unit
        FROM counted AS other
        WHERE other.place IN (SELECT unnest($beside)) -- noqa: RF02
    )
