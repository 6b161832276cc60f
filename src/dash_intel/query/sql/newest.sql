-- One row a recognised report that is listed, the newest first: of all loads in its newest
-- revision, or what one load brought, or those with remarks; $load_number 0 is no load.
WITH wanted AS (
    SELECT
        report_key,
        report_id,
        published_on
    FROM report
    WHERE
        template <> 'unrecognised'
        AND CASE WHEN $load_number = 0 THEN is_newest ELSE load_number = $load_number END
        AND (
            NOT $has_remarks
            OR report_key IN (SELECT warning.report_key FROM warning)
            OR report_key IN (SELECT unread.report_key FROM unread)
        )
),

total AS (
    SELECT count(*) AS total
    FROM wanted
),

chosen AS (
    SELECT report_key
    FROM wanted
    ORDER BY published_on DESC NULLS LAST, report_id ASC
    LIMIT $at_most
),

warnings AS (
    SELECT
        warning.report_key,
        count(*) AS warning_count
    FROM warning
    SEMI JOIN chosen ON warning.report_key = chosen.report_key
    GROUP BY warning.report_key
),

runs AS (
    SELECT
        unread.report_key,
        count(*) AS unread_count
    FROM unread
    SEMI JOIN chosen ON unread.report_key = chosen.report_key
    GROUP BY unread.report_key
)

SELECT
    report.report_id,
    report.publisher,
    report.published_on,
    report.template,
    report.flags,
    report.marking,
    report.bluf,
    total.total,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title,
    coalesce(warnings.warning_count, 0) AS warning_count,
    coalesce(runs.unread_count, 0) AS unread_count
FROM chosen
INNER JOIN report ON chosen.report_key = report.report_key
INNER JOIN source ON chosen.report_key = source.report_key AND source.position = 0
CROSS JOIN total
LEFT JOIN warnings ON chosen.report_key = warnings.report_key
LEFT JOIN runs ON chosen.report_key = runs.report_key
ORDER BY report.published_on DESC NULLS LAST, report.report_id ASC
