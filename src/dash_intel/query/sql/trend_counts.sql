-- One row a tag and a period; of unsupported ones a report's body does not speak of the tag.
WITH carried AS (
    SELECT
        tag_in_force.name,
        chosen.unit,
        date_trunc($scale, chosen.published_on)::DATE AS started_on,
        min(coalesce(tag_in_force.supported, TRUE)) AS is_supported
    FROM chosen
    INNER JOIN tag_in_force ON chosen.report_key = tag_in_force.report_key
    WHERE
        chosen.published_on BETWEEN $since AND $until
        AND ($has_unsupported OR tag_in_force.supported IS NOT FALSE)
    GROUP BY ALL
)

SELECT
    name,
    started_on,
    count(*) AS units,
    count(*) FILTER (WHERE NOT is_supported) AS unsupported
FROM carried
GROUP BY ALL
