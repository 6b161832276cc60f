-- One row a tag: the units of all days from $since to $until; one without a name is of all reports.
SELECT
    tag_in_force.name,
    count(DISTINCT chosen.unit) AS units
FROM chosen
INNER JOIN tag_in_force ON chosen.report_key = tag_in_force.report_key
WHERE
    chosen.published_on BETWEEN $since AND $until
    AND ($has_unsupported OR tag_in_force.supported IS NOT FALSE)
GROUP BY tag_in_force.name
UNION ALL
SELECT
    NULL AS name,
    count(DISTINCT unit) AS units
FROM chosen
WHERE published_on BETWEEN $since AND $until
