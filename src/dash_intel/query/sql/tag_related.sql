-- One row a tag of the reports that carry $tag, itself first, and how many of these carry it.
WITH carrying AS (
    SELECT
        report_key,
        name
    FROM tag_in_force
    WHERE $has_unsupported OR supported IS NOT FALSE
),

wanted AS (
    SELECT report_key
    FROM carrying
    WHERE name = $tag
),

looked_at AS (
    SELECT
        report_key,
        unit
    FROM chosen
    WHERE span = 0
),

tagged AS MATERIALIZED (
    SELECT looked_at.*
    FROM looked_at
    SEMI JOIN wanted ON looked_at.report_key = wanted.report_key
)

SELECT
    carrying.name AS tag,
    count(DISTINCT tagged.unit) AS units
FROM tagged
INNER JOIN carrying ON tagged.report_key = carrying.report_key
GROUP BY carrying.name
ORDER BY carrying.name = $tag DESC, units DESC, tag ASC
LIMIT $most
