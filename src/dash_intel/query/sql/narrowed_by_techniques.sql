-- One row a matched report that names one of the techniques.
SELECT
    matched.report_key,
    matched.published_on,
    matched.event
FROM matched
WHERE
    matched.report_key IN (
        SELECT technique.report_key
        FROM technique
        WHERE list_contains($techniques, technique.name) -- noqa: RF02
    )
