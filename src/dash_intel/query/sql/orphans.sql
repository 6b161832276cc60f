-- One row an aspect of a decision whose subject no newest revision holds, the latest first.
WITH held AS (
    SELECT recommendation.recommendation_id AS subject_id
    FROM recommendation
    INNER JOIN report ON recommendation.report_key = report.report_key
    WHERE report.is_newest
    UNION ALL
    SELECT scenario.scenario_id AS subject_id
    FROM scenario
    INNER JOIN report ON scenario.report_key = report.report_key
    WHERE report.is_newest
    UNION ALL
    SELECT risk.risk_id AS subject_id
    FROM risk
    INNER JOIN report ON risk.report_key = report.report_key
    WHERE report.is_newest
    UNION ALL
    SELECT document_id AS subject_id
    FROM report
)

SELECT
    decided.aspect,
    decided.subject_id,
    decided.changed_at,
    decided.changed_by,
    decided.report_id,
    decided.report_revision,
    newest.report_id AS newest_report_id
FROM ledger.decided
LEFT JOIN report ON decided.report_id = report.report_id
LEFT JOIN report AS newest ON report.document_id = newest.document_id AND newest.is_newest
WHERE decided.subject_id NOT IN (SELECT held.subject_id FROM held)
ORDER BY decided.changed_at DESC, decided.aspect ASC, decided.subject_id ASC
