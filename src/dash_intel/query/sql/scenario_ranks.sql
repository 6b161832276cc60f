-- One row: reports of a best, a most likely and a worst case, and which of them occurred.
WITH told AS (
    SELECT
        scenario_in_force.report_key,
        count(*) FILTER (WHERE scenario_in_force.kind = 'best') AS best,
        count(*) FILTER (WHERE scenario_in_force.kind = 'most_likely') AS likely,
        count(*) FILTER (WHERE scenario_in_force.kind = 'worst') AS worst,
        count(*) FILTER (
            WHERE
            scenario_in_force.kind <> 'unlabelled'
            AND state.outcome IN ('occurred', 'did_not_occur')
        ) AS settled,
        count(*) FILTER (
            WHERE scenario_in_force.kind <> 'unlabelled' AND state.outcome = 'occurred'
        ) AS occurred,
        count(*) FILTER (
            WHERE scenario_in_force.kind = 'most_likely' AND state.outcome = 'occurred'
        ) AS hit
    FROM chosen
    INNER JOIN scenario_in_force ON chosen.report_key = scenario_in_force.report_key
    LEFT JOIN ledger.scenario_state AS state ON scenario_in_force.scenario_id = state.scenario_id
    WHERE chosen.span = 0
    GROUP BY scenario_in_force.report_key
)

SELECT
    count(*) AS reports,
    count(*) FILTER (WHERE settled = 3) AS settled,
    count(*) FILTER (WHERE settled = 3 AND occurred = 1) AS one,
    count(*) FILTER (WHERE settled = 3 AND occurred = 1 AND hit = 1) AS hits,
    count(*) FILTER (WHERE settled = 3 AND occurred = 0) AS neither,
    count(*) FILTER (WHERE settled = 3 AND occurred > 1) AS several
FROM told
WHERE best = 1 AND likely = 1 AND worst = 1
