-- One row a report that is looked at and no later than the period: span 0 is in it, 1 in the equal
-- period before, 2 earlier. unit is what is counted: the report, or the event that it tells of.
-- place_set are the places that it counts for, empty where it speaks of none.
SELECT
    matched.report_key,
    matched.published_on,
    matched.event,
    CASE
        WHEN $is_primary AND $hides_actors THEN places_of_report.main_but_actors -- noqa: RF02
        WHEN $is_primary THEN places_of_report.main -- noqa: RF02
        WHEN $hides_actors THEN places_of_report.mentioned_but_actors -- noqa: RF02
        ELSE places_of_report.mentioned
    END AS place_set,
    if($is_events, matched.event, matched.report_key) AS unit, -- noqa: RF02
    CASE
        WHEN $has_all OR matched.published_on >= $since THEN 0 -- noqa: RF02
        WHEN matched.published_on >= $since_before THEN 1 -- noqa: RF02
        ELSE 2
    END::TINYINT AS span
FROM matched
LEFT JOIN places_of_report ON matched.report_key = places_of_report.report_key
WHERE $has_all OR matched.published_on <= $until -- noqa: RF02
