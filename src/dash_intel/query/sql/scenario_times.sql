-- One row a scenario of the newest dated reports in the period, the newest first.
WITH told AS (
    SELECT
        chosen.report_key,
        chosen.published_on,
        scenario_in_force.position,
        scenario_in_force.term,
        scenario_in_force.low,
        scenario_in_force.high,
        state.probability,
        if(scenario_in_force.is_corrected, 'corrected', scenario_in_force.basis) AS basis,
        count(*) OVER () AS total,
        count(
            CASE
                WHEN
                    state.probability IS NOT NULL
                    OR scenario_in_force.basis IN ('stated', 'number')
                    THEN 1
            END
        ) OVER () AS all_stated
    FROM chosen
    INNER JOIN scenario_in_force ON chosen.report_key = scenario_in_force.report_key
    LEFT JOIN ledger.scenario_state AS state
        ON scenario_in_force.scenario_id = state.scenario_id
    WHERE
        chosen.span = 0
        AND chosen.published_on IS NOT NULL
        AND (
            len($places) = 0 -- noqa: RF02
            OR chosen.report_key IN (
                SELECT counted_place.report_key
                FROM counted_place
                WHERE counted_place.place IN (SELECT unnest($places)) -- noqa: RF02
            )
        )
    ORDER BY
        chosen.published_on DESC,
        chosen.report_key ASC,
        scenario_in_force.position ASC
    LIMIT $at_most
)

SELECT
    report.report_id,
    report.publisher,
    told.published_on,
    told.total,
    told.all_stated,
    scenario.scenario_id,
    scenario.kind,
    scenario.label,
    scenario.text,
    told.probability,
    told.basis AS likelihood_basis,
    told.term AS likelihood_term,
    told.low AS likelihood_low,
    told.high AS likelihood_high,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM told
INNER JOIN scenario
    ON told.report_key = scenario.report_key AND told.position = scenario.position
INNER JOIN report ON told.report_key = report.report_key
INNER JOIN source ON told.report_key = source.report_key AND source.position = 0
ORDER BY told.published_on DESC, told.report_key ASC, told.position ASC
