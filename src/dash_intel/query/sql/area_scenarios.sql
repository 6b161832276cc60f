-- One row a scenario of some reports on an area in the period, those of the newest report first.
WITH here AS (
    SELECT chosen.*
    FROM chosen
    WHERE
        chosen.span = 0
        AND chosen.report_key IN (
            SELECT counted_place.report_key
            FROM counted_place
            WHERE counted_place.place IN (SELECT unnest($places)) -- noqa: RF02
        )
),

rejected AS (
    SELECT subject_id
    FROM ledger.override
    WHERE field = 'rejected'
),

judged AS (
    SELECT
        subject_id,
        value[1] AS term
    FROM ledger.override
    WHERE field = 'likelihood'
),

live AS (
    SELECT DISTINCT
        here.report_key,
        here.published_on
    FROM here
    INNER JOIN scenario ON here.report_key = scenario.report_key
    ANTI JOIN rejected ON scenario.scenario_id = rejected.subject_id
),

told AS (
    SELECT
        report_key,
        count(*) OVER () AS total
    FROM live
    ORDER BY published_on DESC NULLS LAST, report_key ASC
    LIMIT $at_most OFFSET $skipped
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
    state.drivers,
    report.publisher,
    CASE
        WHEN judged.subject_id IS NULL THEN scenario.likelihood_basis
        ELSE 'corrected'
    END AS likelihood_basis,
    CASE
        WHEN judged.subject_id IS NULL THEN scenario.likelihood_term
        ELSE judged.term
    END AS likelihood_term,
    CASE WHEN judged.subject_id IS NULL THEN scenario.likelihood_low END AS likelihood_low,
    CASE WHEN judged.subject_id IS NULL THEN scenario.likelihood_high END AS likelihood_high,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title,
    CASE
        WHEN state.outcome IS NOT NULL THEN state.outcome
        WHEN state.horizon_on < $today THEN 'due' -- noqa: RF02
        ELSE 'open'
    END AS outcome,
    coalesce(watched.triggers, []) AS triggers
FROM told
INNER JOIN scenario ON told.report_key = scenario.report_key
INNER JOIN report ON told.report_key = report.report_key
INNER JOIN source ON told.report_key = source.report_key AND source.position = 0
LEFT JOIN watched
    ON
        told.report_key = watched.report_key
        AND scenario.position = watched.scenario
LEFT JOIN judged ON scenario.scenario_id = judged.subject_id
LEFT JOIN ledger.scenario_state AS state ON scenario.scenario_id = state.scenario_id
ANTI JOIN rejected ON scenario.scenario_id = rejected.subject_id
ORDER BY report.published_on DESC NULLS LAST, told.report_key ASC, scenario.position ASC
