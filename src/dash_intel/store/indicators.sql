-- Puts the words of triggers in place of what stands for them, where the build has them.
WITH held AS (
    SELECT DISTINCT
        scenario.scenario_id,
        scenario_trigger.text AS words
    FROM scenario
    INNER JOIN scenario_trigger
        ON
            scenario.report_key = scenario_trigger.report_key
            AND scenario.position = scenario_trigger.scenario
    WHERE scenario.scenario_id IN (SELECT marked.scenario_id FROM ledger.signpost_state AS marked)
)

UPDATE ledger.signpost_state
SET indicator = held.words
FROM held
WHERE
    signpost_state.scenario_id = held.scenario_id
    AND signpost_state.indicator = $trigger || left(sha256(held.words), 20)
