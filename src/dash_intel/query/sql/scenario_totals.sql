-- One row: how much is known of the scenarios of the reports in the period.
SELECT
    count(DISTINCT chosen.report_key) AS reports,
    count(*) AS scenarios,
    count(*) FILTER (
        state.probability IS NOT NULL OR scenario_in_force.basis IN ('stated', 'number')
    ) AS stated,
    count(*) FILTER (state.horizon_on IS NOT NULL OR scenario.horizon IS NOT NULL) AS dated,
    count(*) FILTER (state.outcome IS NULL AND state.horizon_on < $today) AS due, -- noqa: RF02
    count(*) FILTER (state.outcome IS NOT NULL) AS resolved
FROM chosen
INNER JOIN scenario_in_force ON chosen.report_key = scenario_in_force.report_key
INNER JOIN scenario
    ON
        scenario_in_force.report_key = scenario.report_key
        AND scenario_in_force.position = scenario.position
LEFT JOIN ledger.scenario_state AS state ON scenario.scenario_id = state.scenario_id
WHERE chosen.span = 0
