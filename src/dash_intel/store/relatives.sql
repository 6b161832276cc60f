-- One row a report that arriving ones are compared with: of each headline among them, and of
-- each headline, publisher and date, the latest $compared.
WITH headline AS (
    SELECT DISTINCT headline
    FROM arrival
),

head AS (
    SELECT DISTINCT
        headline,
        publisher,
        published_on
    FROM arrival
    WHERE publisher IS NOT NULL AND published_on IS NOT NULL
),

latest AS (
    SELECT report.report_key
    FROM report
    SEMI JOIN headline ON report.headline = headline.headline
    QUALIFY
        row_number() OVER (
            PARTITION BY report.headline
            ORDER BY report.report_key DESC
        ) <= $compared -- noqa: RF02
),

same_head AS (
    SELECT report.report_key
    FROM report
    SEMI JOIN head
        ON
            report.headline = head.headline
            AND report.publisher = head.publisher
            AND report.published_on = head.published_on
    QUALIFY
        row_number() OVER (
            PARTITION BY report.headline, report.publisher, report.published_on
            ORDER BY report.report_key DESC
        ) <= $compared -- noqa: RF02
),

chosen AS (
    SELECT report_key FROM latest
    UNION
    SELECT report_key FROM same_head
)

SELECT
    report.report_key,
    report.report_id,
    report.document_id,
    report.revision,
    report.text,
    report.headline,
    report.publisher,
    report.published_on,
    report.title_start,
    report.title_end,
    report.headline_start,
    report.headline_end,
    report.publisher_start,
    report.publisher_end,
    report.published_on_start,
    report.published_on_end
FROM report
SEMI JOIN chosen ON report.report_key = chosen.report_key
ORDER BY report.report_key
