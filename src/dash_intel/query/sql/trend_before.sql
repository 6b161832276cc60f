-- One row a tag: the units of all days from $since to $until; one without a tag is of all reports.
WITH dated AS (
    SELECT
        report_key,
        unit
    FROM chosen
    WHERE published_on BETWEEN $since AND $until
),

carrying AS (
    SELECT
        report_key,
        name
    FROM tag_in_force
    WHERE $has_unsupported OR supported IS NOT FALSE
)

SELECT
    carrying.name AS tag,
    count(DISTINCT dated.unit) AS units
FROM dated
INNER JOIN carrying ON dated.report_key = carrying.report_key
GROUP BY carrying.name
UNION ALL
SELECT
    NULL AS tag,
    count(DISTINCT unit) AS units
FROM dated
