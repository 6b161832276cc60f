-- One row: where an id stands, in the newest revision that holds it; no row where none does.
WITH found AS (
    SELECT
        recommendation_id AS subject_id,
        'recommendation' AS kind,
        report_key,
        position AS number_there
    FROM recommendation
    WHERE recommendation_id = $subject_id
    UNION ALL
    SELECT
        scenario_id AS subject_id,
        'scenario' AS kind,
        report_key,
        position AS number_there
    FROM scenario
    WHERE scenario_id = $subject_id
    UNION ALL
    SELECT
        risk_id AS subject_id,
        'risk' AS kind,
        report_key,
        position AS number_there
    FROM risk
    WHERE risk_id = $subject_id
    UNION ALL
    SELECT
        newest.document_id AS subject_id,
        'document' AS kind,
        newest.report_key,
        NULL AS number_there
    FROM report
    INNER JOIN report AS newest ON report.document_id = newest.document_id
    WHERE
        newest.is_newest
        AND (report.report_id = $subject_id OR report.document_id = $subject_id)
)

SELECT
    found.subject_id,
    found.kind,
    report.report_id,
    report.revision,
    report.published_on,
    report.is_newest,
    (
        SELECT list(scenario_trigger.text ORDER BY scenario_trigger.position)
        FROM scenario_trigger
        WHERE
            found.kind = 'scenario'
            AND scenario_trigger.report_key = found.report_key
            AND scenario_trigger.scenario = found.number_there
    ) AS triggers
FROM found
INNER JOIN report ON found.report_key = report.report_key
ORDER BY report.revision DESC
LIMIT 1
