-- One row a recognised report in its newest revision: its event, alone or with others.
SELECT
    report.report_key,
    report.report_id,
    coalesce(event.event_id, report.report_id) AS event_id
FROM report
LEFT JOIN event ON report.report_key = event.report_key
WHERE report.is_newest AND report.template <> 'unrecognised'
ORDER BY report.report_key
