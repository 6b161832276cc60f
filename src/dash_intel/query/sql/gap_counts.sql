-- One row: sentences of the period in which reports say that they do not know something.
SELECT
    count(*) AS gaps,
    count(DISTINCT chosen.unit) AS units,
    min(chosen.published_on) AS first_on,
    median(chosen.published_on) AS middle_on,
    max(chosen.published_on) AS last_on
FROM declared_gap
INNER JOIN chosen ON declared_gap.report_key = chosen.report_key
WHERE chosen.span = 0
