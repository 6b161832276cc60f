-- One row a tag and a period; of unsupported ones a report's body does not speak of the tag, those
-- looked at lie in the days that are looked at.
WITH dated AS (
    SELECT
        report_key,
        unit,
        span = 0 AS is_looked_at,
        date_trunc($scale, published_on)::DATE AS started_on
    FROM chosen
    WHERE published_on BETWEEN $since AND $until
),

carrying AS (
    SELECT
        report_key,
        name,
        coalesce(supported, TRUE) AS is_supported
    FROM tag_in_force
    WHERE $has_unsupported OR supported IS NOT FALSE
),

carried AS (
    SELECT
        carrying.name,
        dated.unit,
        dated.started_on,
        min(carrying.is_supported) AS is_supported,
        bool_or(dated.is_looked_at) AS is_looked_at
    FROM dated
    INNER JOIN carrying ON dated.report_key = carrying.report_key
    GROUP BY ALL
)

SELECT
    name,
    started_on,
    count(*) AS units,
    count(*) FILTER (WHERE NOT is_supported) AS unsupported,
    count(*) FILTER (WHERE is_looked_at) AS looked_at
FROM carried
GROUP BY ALL
