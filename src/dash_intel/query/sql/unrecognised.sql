-- One row a report that no profile reads, the newest load first.
WITH reason AS (
    SELECT
        report_key,
        string_agg(message, ' ' ORDER BY position) AS reason
    FROM warning
    GROUP BY report_key
)

SELECT
    report.report_id,
    source.source,
    report.load_number,
    length(report.text) AS size, --noqa: RF04
    coalesce(reason.reason, '') AS reason
FROM report
INNER JOIN source ON report.report_key = source.report_key AND source.position = 0
LEFT JOIN reason ON report.report_key = reason.report_key
WHERE report.template = 'unrecognised'
ORDER BY report.load_number DESC, report.report_key ASC
