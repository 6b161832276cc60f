-- One row a recommendation of a report of $keys, with the countries that it names itself.
SELECT
    report_key,
    position,
    text,
    span_start,
    list_filter(places, lambda place: NOT place.inherited) AS places
FROM recommendation
WHERE report_key IN (SELECT unnest($keys)) -- noqa: RF02
ORDER BY report_key, position
