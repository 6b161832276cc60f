-- One row a recommendation that anything was decided about and an area of a kind it is given for,
-- and one without an area for all; of reports with a day, of all time up to the end of the period.
WITH decided AS (
    SELECT
        chosen.report_key,
        chosen.published_on,
        advice_in_force.recommendation_id
    FROM ledger.recommendation_state AS state
    INNER JOIN advice_in_force ON state.recommendation_id = advice_in_force.recommendation_id
    INNER JOIN chosen ON advice_in_force.report_key = chosen.report_key
    WHERE chosen.published_on IS NOT NULL
),

placed AS (
    SELECT DISTINCT
        counted_place.report_key,
        area.code
    FROM counted_place
    INNER JOIN area ON counted_place.place = area.place
    WHERE area.kind = $kind -- noqa: RF02
)

SELECT
    decided.recommendation_id,
    decided.published_on AS given_on,
    placed.code AS area
FROM decided
INNER JOIN placed ON decided.report_key = placed.report_key
UNION ALL
SELECT
    recommendation_id,
    published_on AS given_on,
    NULL AS area
FROM decided
