-- One row a newest revision that may be part of an event and is not among those yet.
SELECT report.report_key
FROM report
SEMI JOIN place ON report.report_key = place.report_key AND place.role = 'primary'
ANTI JOIN event_wording ON report.report_key = event_wording.report_key
WHERE
    report.is_newest
    AND report.template <> 'unrecognised'
    AND report.published_on IS NOT NULL
    AND coalesce(report.headline, report.title, '') <> ''
ORDER BY report.report_key
