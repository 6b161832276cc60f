-- One row a report in its newest revision: what the search index holds of it.
WITH named AS (
    SELECT
        tag.report_key,
        list(tag.name ORDER BY tag.position) AS words
    FROM tag
    GROUP BY tag.report_key
)

SELECT
    report.report_key,
    report.published_on,
    report.text,
    report.publisher,
    report.template,
    coalesce(nullif(report.headline, ''), report.title, '') AS title,
    coalesce(named.words, []) AS tags
FROM report
LEFT JOIN named ON report.report_key = named.report_key
WHERE report.is_newest
ORDER BY report.report_key
