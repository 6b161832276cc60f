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

-- What is decided of a scenario; what is not decided of is open.
stood AS (
    SELECT
        scenario_id,
        CASE
            WHEN outcome IS NOT NULL THEN outcome
            WHEN horizon_on < $today THEN 'due'
            ELSE 'open'
        END AS outcome
    FROM ledger.scenario_state
),

stands AS (
    SELECT
        scenario_in_force.report_key,
        scenario_in_force.scenario_id,
        coalesce(stood.outcome, 'open') AS outcome
    FROM scenario_in_force
    SEMI JOIN here ON scenario_in_force.report_key = here.report_key
    LEFT JOIN stood ON scenario_in_force.scenario_id = stood.scenario_id
),

live AS (
    SELECT
        here.report_key,
        here.published_on
    FROM here
    INNER JOIN report_tally ON here.report_key = report_tally.report_key
    WHERE $sought = '' AND $standing = '' AND report_tally.scenarios > 0 -- noqa: RF02
    UNION ALL
    SELECT
        here.report_key,
        here.published_on
    FROM here
    WHERE
        ($sought <> '' OR $standing <> '')
        AND here.report_key IN (
            SELECT stands.report_key
            FROM stands
            WHERE
                ($sought = '' OR stands.scenario_id = $sought) -- noqa: RF02
                AND (
                    $standing = '' -- noqa: RF02
                    OR $standing = stands.outcome -- noqa: RF02
                    OR ($standing = 'resolved' AND stands.outcome NOT IN ('open', 'due')) --noqa
                )
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
    scenario_in_force.term AS likelihood_term,
    scenario_in_force.low AS likelihood_low,
    scenario_in_force.high AS likelihood_high,
    coalesce(stood.outcome, 'open') AS outcome,
    coalesce(state.revision, 0) AS revision,
    if(scenario_in_force.is_corrected, 'corrected', scenario_in_force.basis)
        AS likelihood_basis,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title,
    coalesce(watched.triggers, []) AS triggers,
    coalesce(marked.indicators, []) AS marked,
    coalesce(marked.marks, []) AS marks
FROM told
INNER JOIN scenario_in_force ON told.report_key = scenario_in_force.report_key
INNER JOIN scenario
    ON
        scenario_in_force.report_key = scenario.report_key
        AND scenario_in_force.position = scenario.position
INNER JOIN report ON told.report_key = report.report_key
INNER JOIN source ON told.report_key = source.report_key AND source.position = 0
LEFT JOIN watched
    ON
        told.report_key = watched.report_key
        AND scenario.position = watched.scenario
LEFT JOIN ledger.scenario_state AS state ON scenario.scenario_id = state.scenario_id
LEFT JOIN stood ON scenario.scenario_id = stood.scenario_id
LEFT JOIN marked ON scenario.scenario_id = marked.scenario_id
ORDER BY report.published_on DESC NULLS LAST, told.report_key ASC, scenario.position ASC
