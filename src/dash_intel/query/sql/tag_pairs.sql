-- One row two tags that reports carry together; a tag with itself is all that carry it.
WITH carrying AS (
    SELECT DISTINCT
        report_key,
        name
    FROM tag_in_force
    WHERE list_contains($names, name) AND ($has_unsupported OR supported IS NOT FALSE)
),

carried AS MATERIALIZED (
    SELECT
        chosen.report_key,
        chosen.unit,
        carrying.name
    FROM chosen
    INNER JOIN carrying ON chosen.report_key = carrying.report_key
    WHERE chosen.span = 0
)

SELECT
    one.name AS one,
    other.name AS other,
    count(DISTINCT one.unit) AS units
FROM carried AS one
INNER JOIN carried AS other ON one.report_key = other.report_key
GROUP BY one.name, other.name
