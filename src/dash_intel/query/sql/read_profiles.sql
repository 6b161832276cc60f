-- One row a profile of reports of the period: how completely they were read; characters are those
-- up to the end of the last section.
WITH sized AS (
    SELECT
        section.report_key,
        max(section.body_end) AS characters
    FROM section
    SEMI JOIN chosen ON section.report_key = chosen.report_key AND chosen.span = 0
    GROUP BY section.report_key
),

lost AS (
    SELECT
        report_key,
        sum(span_end - span_start) AS characters
    FROM unread
    GROUP BY report_key
),

warned AS (
    SELECT DISTINCT report_key
    FROM warning
)

SELECT
    report.template,
    count(DISTINCT chosen.unit) AS found,
    count(DISTINCT chosen.unit) FILTER (WHERE len(report.missing) = 0) AS complete,
    count(DISTINCT chosen.unit) FILTER (WHERE len(report.missing) > 0) AS incomplete,
    count(DISTINCT chosen.unit) FILTER (WHERE lost.report_key IS NOT NULL) AS unread,
    count(DISTINCT chosen.unit) FILTER (WHERE warned.report_key IS NOT NULL) AS warned,
    coalesce(sum(lost.characters), 0)::BIGINT AS unread_characters,
    coalesce(sum(sized.characters), 0)::BIGINT AS characters
FROM chosen
INNER JOIN report ON chosen.report_key = report.report_key
LEFT JOIN sized ON chosen.report_key = sized.report_key
LEFT JOIN lost ON chosen.report_key = lost.report_key
LEFT JOIN warned ON chosen.report_key = warned.report_key
WHERE chosen.span = 0
GROUP BY report.template
ORDER BY found DESC, report.template ASC
