-- One row a scenario of a newest revision, then each that only the ledger still has.
WITH current AS (
    SELECT
        scenario.scenario_id,
        scenario.kind,
        scenario.text,
        scenario.horizon AS read_horizon,
        scenario.position,
        report.report_id,
        report.published_on,
        coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
    FROM scenario
    INNER JOIN report ON scenario.report_key = report.report_key
    INNER JOIN source ON report.report_key = source.report_key AND source.position = 0
    WHERE report.is_newest
),

rejected AS (
    SELECT subject_id
    FROM ledger.override
    WHERE field = 'rejected'
)

SELECT
    current.kind,
    current.text,
    current.title,
    current.published_on,
    current.read_horizon,
    state.horizon_on,
    state.probability,
    state.probability_at,
    state.basis,
    state.drivers,
    state.indicators,
    state.triggers,
    state.resolved_on,
    state.first_resolved_at,
    state.resolver,
    state.evidence,
    state.reason,
    state.note,
    state.changed_at,
    state.changed_by,
    coalesce(current.scenario_id, state.scenario_id) AS scenario_id,
    coalesce(current.report_id, state.report_id) AS report_id,
    current.scenario_id IS NULL AS is_orphaned,
    rejected.subject_id IS NOT NULL AS is_rejected,
    coalesce(state.revision, 0) AS revision,
    CASE
        WHEN state.outcome IS NOT NULL THEN state.outcome
        WHEN state.horizon_on < $today THEN 'due' -- noqa: RF02
        ELSE 'open'
    END AS outcome
FROM current
FULL JOIN ledger.scenario_state AS state ON current.scenario_id = state.scenario_id
LEFT JOIN rejected ON coalesce(current.scenario_id, state.scenario_id) = rejected.subject_id
ORDER BY
    is_orphaned ASC,
    current.published_on DESC NULLS LAST,
    report_id ASC,
    current.position ASC,
    scenario_id ASC
