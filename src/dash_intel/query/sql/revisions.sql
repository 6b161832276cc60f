-- One row a revision of a report, the newest first.
SELECT
    revision.report_id,
    revision.revision,
    revision.load_number,
    load.loaded_at,
    source.source,
    revision.is_newest
FROM report
INNER JOIN report AS revision ON report.document_id = revision.document_id
INNER JOIN load ON revision.load_number = load.load_number
INNER JOIN source ON revision.report_key = source.report_key AND source.position = 0
WHERE report.report_id = $report_id -- noqa: RF02
ORDER BY revision.revision DESC
