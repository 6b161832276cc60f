-- One row a category of which a risk is stated in the period, those of $active first, then the most
-- first.
-- noqa: disable=RF02,RF04
WITH stated AS (
    SELECT DISTINCT
        risk_in_force.category,
        chosen.unit
    FROM risk_in_force
    INNER JOIN chosen ON risk_in_force.report_key = chosen.report_key
    WHERE chosen.span = 0 AND risk_in_force.is_risk AND risk_in_force.category IS NOT NULL
)

SELECT
    category AS value,
    count(*) AS found
FROM stated
GROUP BY category
ORDER BY list_contains($active, value) DESC, found DESC, value ASC
LIMIT $at_most
