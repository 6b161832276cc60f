-- One row a report that all filters but the period leave, dated or not; event is what it tells of.
-- Those that reach into other tables narrow it further, in narrowed_by_*.sql.
SELECT
    report_read.report_key,
    report_read.published_on,
    coalesce(event_corrected.event, report_read.event) AS event -- noqa: RF04
FROM report_read
LEFT JOIN event_corrected ON report_read.report_key = event_corrected.report_key
WHERE
    NOT list_has_any(report_read.flags, $without) -- noqa: RF02
    AND (
        len($publishers) = 0 -- noqa: RF02
        OR list_contains($publishers, report_read.publisher) -- noqa: RF02
    )
    AND (
        len($confidences) = 0 -- noqa: RF02
        OR list_contains($confidences, report_read.confidence) -- noqa: RF02
    )
