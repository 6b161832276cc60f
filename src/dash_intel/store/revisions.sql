-- Note of every report which load brought the next revision of its document.
UPDATE report SET superseded_in = later.load_number
FROM (
    WITH edited AS (
        SELECT document_id
        FROM report
        WHERE revision > 1
    )

    SELECT
        one.report_key,
        lead(one.load_number) OVER in_order AS load_number
    FROM report AS one
    SEMI JOIN edited ON one.document_id = edited.document_id
    WINDOW in_order AS (PARTITION BY one.document_id ORDER BY one.revision)
) AS later
WHERE
    report.report_key = later.report_key
    AND report.superseded_in IS DISTINCT FROM later.load_number
