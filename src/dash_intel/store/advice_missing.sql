-- One row a newest revision whose recommendations are not among the advice yet.
SELECT DISTINCT recommendation.report_key
FROM recommendation
SEMI JOIN report ON recommendation.report_key = report.report_key AND report.is_newest
ANTI JOIN advice ON recommendation.report_key = advice.report_key
ORDER BY recommendation.report_key
