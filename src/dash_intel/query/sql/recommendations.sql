-- One row a recommendation of a newest revision, then each that only the ledger still has.
WITH current AS (
    SELECT
        recommendation.recommendation_id,
        recommendation.text,
        recommendation.addressee AS read_addressee,
        recommendation.position,
        report.report_id,
        report.published_on,
        coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
    FROM recommendation
    INNER JOIN report ON recommendation.report_key = report.report_key
    INNER JOIN source ON report.report_key = source.report_key AND source.position = 0
    WHERE report.is_newest
),

rejected AS (
    SELECT subject_id
    FROM ledger.override
    WHERE field = 'rejected'
)

SELECT
    current.text,
    current.title,
    current.published_on,
    state.status_since,
    state.owner,
    state.priority,
    state.due_on,
    state.done_on,
    state.reason,
    state.successor_id,
    state.evidence,
    state.links,
    state.note,
    state.changed_at,
    state.changed_by,
    coalesce(current.recommendation_id, state.recommendation_id) AS recommendation_id,
    coalesce(current.report_id, state.report_id) AS report_id,
    current.recommendation_id IS NULL AS is_orphaned,
    rejected.subject_id IS NOT NULL AS is_rejected,
    coalesce(state.status, 'new') AS status,
    coalesce(state.is_open, TRUE) AS is_open,
    coalesce(state.addressee, current.read_addressee) AS addressee,
    coalesce(state.is_open AND state.due_on < $today, FALSE) AS is_overdue, -- noqa: RF02
    coalesce(state.revision, 0) AS revision
FROM current
FULL JOIN ledger.recommendation_state AS state
    ON current.recommendation_id = state.recommendation_id
LEFT JOIN rejected
    ON coalesce(current.recommendation_id, state.recommendation_id) = rejected.subject_id
ORDER BY
    is_orphaned ASC,
    current.published_on DESC NULLS LAST,
    report_id ASC,
    current.position ASC,
    recommendation_id ASC
