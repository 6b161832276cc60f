-- One row: the reports before and after one in the order of newest, none where it is unknown.
WITH ordered AS (
    SELECT
        report_id,
        lag(report_id) OVER ordering AS newer,
        lead(report_id) OVER ordering AS older
    FROM report
    WINDOW ordering AS (
        PARTITION BY template = 'unrecognised'
        ORDER BY published_on DESC NULLS LAST, report_id ASC
    )
)

SELECT
    newer,
    older
FROM ordered
WHERE report_id = $report_id
