-- One row a recommendation of a report of $keys, with the countries that it names itself.
SELECT
    recommendation.report_key,
    recommendation.position,
    recommendation.text,
    recommendation.span_start,
    list_filter(places, lambda place: NOT place.inherited) AS places --noqa: CP01,RF03
FROM recommendation
WHERE recommendation.report_key IN (SELECT unnest($keys)) -- noqa: RF02
ORDER BY recommendation.report_key, recommendation.position
