-- One row a correction that is in force, the latest first.
WITH held AS (
    SELECT
        risk.risk_id AS subject_id,
        'risk' AS kind,
        risk.text,
        risk.report_key
    FROM risk
    UNION ALL
    SELECT
        recommendation.recommendation_id AS subject_id,
        'recommendation' AS kind,
        recommendation.text,
        recommendation.report_key
    FROM recommendation
    UNION ALL
    SELECT
        scenario.scenario_id AS subject_id,
        'scenario' AS kind,
        scenario.text,
        scenario.report_key
    FROM scenario
    UNION ALL
    SELECT
        report.document_id AS subject_id,
        'document' AS kind,
        coalesce(report.headline, report.title, report.report_id) AS text, -- noqa: RF04
        report.report_key
    FROM report
),

current AS (
    SELECT
        held.subject_id,
        held.kind,
        held.text,
        report.report_id
    FROM held
    INNER JOIN report ON held.report_key = report.report_key
    WHERE report.is_newest
)

SELECT
    override.subject_id,
    current.kind,
    current.text,
    override.field,
    override.value,
    override.reason,
    override.overridden_by,
    override.overridden_at,
    override.revision,
    coalesce(current.report_id, override.report_id) AS report_id,
    current.subject_id IS NULL AS is_orphaned
FROM ledger.override
LEFT JOIN current ON override.subject_id = current.subject_id
ORDER BY override.overridden_at DESC, override.subject_id ASC, override.field ASC
