-- One row a report, by date, those that may be revisions of each other in order of arrival.
WITH placed AS (
    SELECT
        report_key,
        published_on,
        document_id,
        max(revision) OVER same_head AS revisions,
        min(document_id) OVER same_head AS first_document
    FROM report
    WINDOW same_head AS (PARTITION BY headline, publisher, published_on)
)

SELECT report_key
FROM placed
ORDER BY
    published_on ASC NULLS LAST,
    CASE WHEN revisions > 1 THEN first_document ELSE document_id END ASC,
    report_key ASC
