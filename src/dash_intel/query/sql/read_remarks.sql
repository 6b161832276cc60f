-- One row a section that reports of the period lack, or a warning about them, the most first.
WITH remark AS (
    SELECT
        report_key,
        'missing' AS kind,
        unnest(missing) AS value --noqa: RF04
    FROM report
    WHERE len(missing) > 0
    UNION ALL
    SELECT
        report_key,
        'warning' AS kind,
        code AS value --noqa: RF04
    FROM warning
)

SELECT
    remark.kind,
    remark.value,
    count(DISTINCT chosen.unit) AS found
FROM remark
INNER JOIN chosen ON remark.report_key = chosen.report_key
WHERE chosen.span = 0
GROUP BY remark.kind, remark.value
ORDER BY found DESC, remark.value ASC
