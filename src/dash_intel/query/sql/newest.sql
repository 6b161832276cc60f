-- One row a recognised report in its newest revision, the newest first.
WITH chosen AS (
    SELECT *
    FROM report
    WHERE template <> 'unrecognised' AND is_newest
    ORDER BY published_on DESC NULLS LAST, report_id ASC
    LIMIT $at_most
),

warnings AS (
    SELECT
        report_key,
        count(*) AS warning_count
    FROM warning
    GROUP BY report_key
),

runs AS (
    SELECT
        report_key,
        count(*) AS unread_count
    FROM unread
    GROUP BY report_key
)

SELECT
    chosen.report_id,
    chosen.publisher,
    chosen.published_on,
    chosen.template,
    chosen.flags,
    chosen.marking,
    chosen.bluf,
    coalesce(nullif(chosen.headline, ''), nullif(chosen.title, ''), source.source) AS title,
    coalesce(warnings.warning_count, 0) AS warning_count,
    coalesce(runs.unread_count, 0) AS unread_count
FROM chosen
INNER JOIN source ON chosen.report_key = source.report_key AND source.position = 0
LEFT JOIN warnings ON chosen.report_key = warnings.report_key
LEFT JOIN runs ON chosen.report_key = runs.report_key
ORDER BY chosen.published_on DESC NULLS LAST, chosen.report_id ASC
