-- One row a report that was found.
SELECT
    report.report_key,
    report.report_id,
    report.publisher,
    report.published_on,
    report.template,
    report.text,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title,
    left(coalesce(nullif(report.bluf, ''), report.text), 240) AS opening
FROM report
INNER JOIN source ON report.report_key = source.report_key AND source.position = 0
WHERE report.report_key IN (SELECT unnest($keys)) -- noqa: RF02
