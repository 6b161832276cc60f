-- One row a report of those asked for that there is, in whatever revision.
SELECT report_id
FROM report
WHERE report_id IN (SELECT unnest($report_ids)) -- noqa: RF02
