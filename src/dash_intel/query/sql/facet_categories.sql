-- One row a category of risk: how many reports, or events, of the period have it.
-- Those of $active come first, then the most; of the others $at_most.
WITH counted AS (
    SELECT
        risk_in_force.category AS value, -- noqa: RF04
        count(DISTINCT chosen.unit) AS found,
        list_contains($active, risk_in_force.category) AS is_active -- noqa: RF02
    FROM risk_in_force
    INNER JOIN chosen ON risk_in_force.report_key = chosen.report_key
    WHERE chosen.span = 0 AND risk_in_force.is_risk AND risk_in_force.category IS NOT NULL
    GROUP BY risk_in_force.category
)

SELECT
    value,
    found
FROM counted
QUALIFY
    is_active
    OR row_number() OVER (ORDER BY is_active DESC, found DESC, value ASC) <= $at_most -- noqa: RF02
ORDER BY is_active DESC, found DESC, value ASC
