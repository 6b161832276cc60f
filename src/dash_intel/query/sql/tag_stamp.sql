-- One row a tag of recognised reports in their newest revision, the most reports first.
WITH recognised AS (
    SELECT report_key
    FROM report
    WHERE template <> 'unrecognised' AND is_newest
),

total AS (
    SELECT count(*) AS all_reports
    FROM recognised
),

tagged AS (
    SELECT
        name,
        count(DISTINCT report_key) AS reports
    FROM tag
    WHERE report_key IN (SELECT recognised.report_key FROM recognised)
    GROUP BY name
)

SELECT
    tagged.name,
    tagged.reports,
    total.all_reports
FROM tagged
CROSS JOIN total
ORDER BY tagged.reports DESC, tagged.name ASC
