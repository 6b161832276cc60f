-- One row an impact level of the period's risk sentences, empty where none is stated.
SELECT
    told.impact_level,
    count(*) AS sentences
FROM (
    SELECT DISTINCT
        risk_in_force.report_key,
        risk_in_force.position,
        risk_in_force.impact_level
    FROM risk_in_force
    INNER JOIN chosen ON risk_in_force.report_key = chosen.report_key
    WHERE chosen.span = 0 AND risk_in_force.is_risk
) AS told
GROUP BY told.impact_level
