-- One row a place that a report's text came from, in order of arrival.
SELECT
    source.source,
    source.bytes_hash,
    source.load_number,
    load.loaded_at,
    load.program_version
FROM report
INNER JOIN source ON report.report_key = source.report_key
INNER JOIN load ON source.load_number = load.load_number
WHERE report.report_id = $report_id -- noqa: RF02
ORDER BY source.position ASC
