-- One row a matched report that the search index finds.
SELECT
    matched.report_key,
    matched.published_on,
    matched.event
FROM matched
WHERE
    matched.report_key IN (
        SELECT found.report_key
        FROM found
    )
