-- One row a scenario of those named, in their order, with what was stated and how it ended.
WITH wanted AS (
    SELECT
        unnest($reports::INTEGER[]) AS report_key, --noqa
        unnest($positions::INTEGER[]) AS position, --noqa
        generate_subscripts($reports::INTEGER[], 1) AS place --noqa
)

SELECT
    scenario.scenario_id,
    scenario.kind,
    scenario.text,
    report.report_id,
    report.publisher,
    report.published_on,
    in_force.term,
    in_force.low,
    in_force.high,
    state.probability,
    state.probability_at::DATE AS probability_on,
    state.outcome,
    state.resolved_on,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM wanted
INNER JOIN scenario
    ON wanted.report_key = scenario.report_key AND wanted.position = scenario.position
INNER JOIN scenario_in_force AS in_force
    ON wanted.report_key = in_force.report_key AND wanted.position = in_force.position
INNER JOIN report ON wanted.report_key = report.report_key
INNER JOIN source ON wanted.report_key = source.report_key AND source.position = 0
LEFT JOIN ledger.scenario_state AS state ON scenario.scenario_id = state.scenario_id
ORDER BY wanted.place
