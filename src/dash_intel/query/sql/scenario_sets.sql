-- One row a scenario of some reports in the period, those of the newest report first.
WITH here AS (
    SELECT chosen.*
    FROM chosen
    WHERE
        chosen.span = 0
        AND (
            len($places) = 0
            OR chosen.report_key IN (
                SELECT counted_place.report_key
                FROM counted_place
                WHERE counted_place.place IN (SELECT unnest($places)) -- noqa: RF02
            )
        )
),

stands AS (
    SELECT
        here.report_key,
        here.published_on,
        scenario_in_force.position,
        scenario_in_force.scenario_id,
        CASE
            WHEN state.outcome IS NOT NULL THEN state.outcome
            WHEN state.horizon_on < $today THEN 'due' -- noqa: RF02
            ELSE 'open'
        END AS outcome
    FROM here
    INNER JOIN scenario_in_force ON here.report_key = scenario_in_force.report_key
    LEFT JOIN ledger.scenario_state AS state ON scenario_in_force.scenario_id = state.scenario_id
),

live AS (
    SELECT DISTINCT
        report_key,
        published_on
    FROM stands
    WHERE
        ($sought = '' OR scenario_id = $sought)
        AND (
            $standing = ''
            OR $standing = outcome
            OR ($standing = 'resolved' AND outcome NOT IN ('open', 'due'))
        )
),

told AS (
    SELECT
        report_key,
        count(*) OVER () AS total
    FROM live
    ORDER BY published_on DESC NULLS LAST, report_key ASC
    LIMIT $at_most OFFSET $skipped
),

marked AS (
    SELECT
        scenario_id,
        list(indicator ORDER BY indicator) AS indicators,
        list(mark ORDER BY indicator) AS marks
    FROM ledger.signpost_state
    GROUP BY scenario_id
),

watched AS (
    SELECT
        scenario_trigger.report_key,
        scenario_trigger.scenario,
        list(scenario_trigger.text ORDER BY scenario_trigger.position) AS triggers
    FROM told
    INNER JOIN scenario_trigger ON told.report_key = scenario_trigger.report_key
    GROUP BY scenario_trigger.report_key, scenario_trigger.scenario
)

SELECT
    report.report_id,
    report.published_on,
    told.total,
    scenario.scenario_id,
    scenario.kind,
    scenario.label,
    scenario.text,
    scenario.origin,
    scenario.horizon,
    state.horizon_on,
    state.probability,
    state.basis AS rests_on,
    state.drivers,
    state.indicators,
    state.triggers AS own_triggers,
    state.resolved_on,
    state.evidence,
    state.reason,
    report.publisher,
    stands.outcome,
    scenario_in_force.term AS likelihood_term,
    scenario_in_force.low AS likelihood_low,
    scenario_in_force.high AS likelihood_high,
    coalesce(state.revision, 0) AS revision,
    if(scenario_in_force.is_corrected, 'corrected', scenario_in_force.basis)
        AS likelihood_basis,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title,
    coalesce(watched.triggers, []) AS triggers,
    coalesce(marked.indicators, []) AS marked,
    coalesce(marked.marks, []) AS marks
FROM told
INNER JOIN stands ON told.report_key = stands.report_key
INNER JOIN scenario_in_force
    ON
        stands.report_key = scenario_in_force.report_key
        AND stands.position = scenario_in_force.position
INNER JOIN scenario
    ON
        stands.report_key = scenario.report_key
        AND stands.position = scenario.position
INNER JOIN report ON told.report_key = report.report_key
INNER JOIN source ON told.report_key = source.report_key AND source.position = 0
LEFT JOIN watched
    ON
        told.report_key = watched.report_key
        AND scenario.position = watched.scenario
LEFT JOIN ledger.scenario_state AS state ON scenario.scenario_id = state.scenario_id
LEFT JOIN marked ON scenario.scenario_id = marked.scenario_id
ORDER BY report.published_on DESC NULLS LAST, told.report_key ASC, scenario.position ASC
