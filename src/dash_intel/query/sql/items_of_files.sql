-- One row an item, or a report as a whole, of the newest revisions that came from these files.
WITH wanted AS (
    SELECT DISTINCT
        report.report_key,
        report.report_id,
        report.document_id,
        report.revision,
        report.published_on,
        source.source
    FROM report
    INNER JOIN source ON report.report_key = source.report_key
    WHERE
        report.is_newest
        AND source.source IN (SELECT unnest($files::VARCHAR[]))
),

item AS (
    SELECT
        report_key,
        'scenario' AS kind,
        scenario_id AS subject_id,
        text AS words,
        position AS number_there
    FROM scenario
    UNION ALL
    SELECT
        report_key,
        'recommendation' AS kind,
        recommendation_id AS subject_id,
        text AS words,
        position AS number_there
    FROM recommendation
    UNION ALL
    SELECT
        report_key,
        'document' AS kind,
        document_id AS subject_id,
        '' AS words,
        0 AS number_there
    FROM wanted
)

SELECT
    wanted.source,
    wanted.report_id,
    wanted.revision,
    wanted.published_on,
    item.kind,
    item.subject_id,
    item.words,
    (
        SELECT list(scenario_trigger.text ORDER BY scenario_trigger.position)
        FROM scenario_trigger
        WHERE
            item.kind = 'scenario'
            AND scenario_trigger.report_key = item.report_key
            AND scenario_trigger.scenario = item.number_there
    ) AS triggers
FROM wanted
INNER JOIN item ON wanted.report_key = item.report_key
ORDER BY wanted.source, item.kind, item.number_there
