-- One row an indicator of a scenario: those that were read, that somebody gave it, or marked.
WITH listed AS (
    SELECT
        scenario.scenario_id,
        scenario_trigger.text AS indicator,
        scenario_trigger.position AS number_there,
        1 AS origin
    FROM scenario
    INNER JOIN report ON scenario.report_key = report.report_key AND report.is_newest
    INNER JOIN scenario_trigger
        ON
            scenario.report_key = scenario_trigger.report_key
            AND scenario.position = scenario_trigger.scenario
    UNION ALL
    SELECT
        scenario_id,
        unnest(triggers) AS indicator,
        generate_subscripts(triggers, 1) AS number_there,
        2 AS origin
    FROM ledger.scenario_state
    UNION ALL
    SELECT
        scenario_id,
        unnest(indicators) AS indicator,
        generate_subscripts(indicators, 1) AS number_there,
        3 AS origin
    FROM ledger.scenario_state
    UNION ALL
    SELECT
        scenario_id,
        indicator,
        0 AS number_there,
        4 AS origin
    FROM ledger.signpost_state
),

indicator AS (
    SELECT
        scenario_id,
        indicator,
        min(struct_pack(origin := origin, number_there := number_there)) AS place
    FROM listed
    GROUP BY scenario_id, indicator
),

revised AS (
    SELECT
        scenario_id,
        max(revision) AS revision
    FROM ledger.signpost_state
    GROUP BY scenario_id
)

SELECT
    indicator.scenario_id,
    indicator.indicator,
    state.seen_on,
    state.evidence,
    state.marked_by,
    state.marked_at,
    coalesce(state.mark, 'not_seen') AS mark,
    coalesce(revised.revision, 0) AS revision
FROM indicator
LEFT JOIN ledger.signpost_state AS state
    ON
        indicator.scenario_id = state.scenario_id
        AND indicator.indicator = state.indicator
LEFT JOIN revised ON indicator.scenario_id = revised.scenario_id
ORDER BY indicator.scenario_id, indicator.place, indicator.indicator
