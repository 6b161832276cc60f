-- One row: what is looked at in the period, and lacks no section in any of its reports.
SELECT
    count(DISTINCT chosen.unit)
    - count(DISTINCT chosen.unit) FILTER (WHERE len(report.missing) > 0) AS whole
FROM chosen
INNER JOIN report ON chosen.report_key = report.report_key
WHERE chosen.span = 0
