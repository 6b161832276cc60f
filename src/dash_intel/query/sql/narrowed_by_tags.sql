-- One row a matched report with one of the tags.
SELECT
    matched.report_key,
    matched.published_on,
    matched.event
FROM matched
WHERE
    matched.report_key IN (
        SELECT tag_in_force.report_key
        FROM tag_in_force
        WHERE list_contains($tags, tag_in_force.name) -- noqa: RF02
    )
