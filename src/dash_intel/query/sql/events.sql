-- One row an event of two or more reports, the most reports first.
WITH named AS (
    SELECT
        event.event_id,
        list(DISTINCT place.iso3 ORDER BY place.iso3) AS countries
    FROM event
    INNER JOIN place ON event.report_key = place.report_key
    WHERE place.role = 'primary'
    GROUP BY event.event_id
)

SELECT
    event.event_id,
    named.countries,
    count(*) AS reports,
    min(report.published_on) AS first_on,
    max(report.published_on) AS last_on,
    date_diff('day', min(report.published_on), max(report.published_on)) + 1 AS days, --noqa: RF04
    any_value(coalesce(report.headline, report.title)) FILTER (WHERE event.is_canonical) AS title,
    list(report.report_id ORDER BY report.published_on, report.report_id) AS report_ids
FROM event
INNER JOIN report ON event.report_key = report.report_key
INNER JOIN named ON event.event_id = named.event_id
GROUP BY event.event_id, named.countries
ORDER BY reports DESC, last_on DESC, event.event_id ASC
LIMIT $at_most
