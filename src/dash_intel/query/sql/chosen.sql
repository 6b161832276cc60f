-- One row a report that is looked at and no later than the period: span 0 is in it, 1 in the equal
-- period before, 2 earlier. unit is what is counted: the report, or the event that it tells of.
SELECT
    matched.report_key,
    matched.published_on,
    matched.event,
    if($is_events, matched.event, matched.report_key) AS unit,
    CASE
        WHEN $has_all OR matched.published_on >= $since THEN 0
        WHEN matched.published_on >= $since_before THEN 1
        ELSE 2
    END::TINYINT AS span
FROM matched
WHERE $has_all OR matched.published_on <= $until
