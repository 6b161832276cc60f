-- One row a tag of the reports that carry $tag: together those that carry both, units all of it.
WITH carrying AS (
    SELECT
        report_key,
        name
    FROM tag_in_force
    WHERE $has_unsupported OR supported IS NOT FALSE
),

looked_at AS (
    SELECT
        report_key,
        unit
    FROM chosen
    WHERE span = 0
),

wanted AS (
    SELECT report_key
    FROM carrying
    WHERE name = $tag
),

tagged AS MATERIALIZED (
    SELECT looked_at.*
    FROM looked_at
    SEMI JOIN wanted ON looked_at.report_key = wanted.report_key
),

shared AS MATERIALIZED (
    SELECT
        carrying.name,
        count(DISTINCT tagged.unit) AS together
    FROM tagged
    INNER JOIN carrying ON tagged.report_key = carrying.report_key
    GROUP BY carrying.name
),

listed AS MATERIALIZED (
    SELECT *
    FROM shared
    ORDER BY together DESC, name ASC
    LIMIT $most
)

SELECT
    listed.name AS tag,
    any_value(listed.together) AS together,
    count(DISTINCT looked_at.unit) AS units
FROM listed
INNER JOIN carrying ON listed.name = carrying.name
INNER JOIN looked_at ON carrying.report_key = looked_at.report_key
GROUP BY listed.name
ORDER BY together DESC, tag ASC
