-- One row a report in its newest revision, the newest first, the unrecognised last.
SELECT
    report.report_id,
    report.published_on,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM report
INNER JOIN source ON report.report_key = source.report_key AND source.position = 0
WHERE report.is_newest
ORDER BY
    report.template = 'unrecognised' ASC,
    report.published_on DESC NULLS LAST,
    report.report_id ASC
