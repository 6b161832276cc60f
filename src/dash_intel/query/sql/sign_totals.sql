-- One row: how many signs of scenarios in the period there are, and how far they have come.
WITH here AS (
    SELECT
        scenario_in_force.report_key,
        scenario_in_force.position,
        scenario_in_force.scenario_id
    FROM chosen
    INNER JOIN scenario_in_force ON chosen.report_key = scenario_in_force.report_key
    WHERE chosen.span = 0
),

told AS (
    SELECT
        here.report_key,
        here.position,
        here.scenario_id,
        scenario_trigger.text AS indicator
    FROM here
    INNER JOIN scenario_trigger
        ON
            here.report_key = scenario_trigger.report_key
            AND here.position = scenario_trigger.scenario
    UNION
    SELECT
        here.report_key,
        here.position,
        here.scenario_id,
        unnest(list_concat(state.triggers, state.indicators)) AS indicator
    FROM here
    INNER JOIN ledger.scenario_state AS state ON here.scenario_id = state.scenario_id
    UNION
    SELECT
        here.report_key,
        here.position,
        here.scenario_id,
        signpost.indicator
    FROM here
    INNER JOIN ledger.signpost_state AS signpost ON here.scenario_id = signpost.scenario_id
)

SELECT
    count(*) AS signs,
    count(*) FILTER (signpost.mark = 'emerging') AS emerging,
    count(*) FILTER (signpost.mark = 'observed') AS observed
FROM told
LEFT JOIN ledger.signpost_state AS signpost
    ON
        told.scenario_id = signpost.scenario_id
        AND told.indicator = signpost.indicator
