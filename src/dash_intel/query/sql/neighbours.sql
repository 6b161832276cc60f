-- One row: the reports before and after one in the order of newest, none where it is unknown.
WITH wanted AS (
    SELECT newest.report_id
    FROM report
    INNER JOIN report AS newest ON report.document_id = newest.document_id
    WHERE newest.is_newest AND report.report_id = $report_id -- noqa: RF02
),

ordered AS (
    SELECT
        report_id,
        lag(report_id) OVER ordering AS newer,
        lead(report_id) OVER ordering AS older
    FROM report
    WHERE is_newest
    WINDOW ordering AS (
        PARTITION BY template = 'unrecognised'
        ORDER BY published_on DESC NULLS LAST, report_id ASC
    )
)

SELECT
    ordered.newer,
    ordered.older
FROM ordered
INNER JOIN wanted ON ordered.report_id = wanted.report_id
