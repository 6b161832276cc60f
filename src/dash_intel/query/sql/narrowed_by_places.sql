-- One row a matched report that counts for one of the places.
SELECT
    matched.report_key,
    matched.published_on,
    matched.event
FROM matched
WHERE
    matched.report_key IN (
        SELECT place_in_force.report_key
        FROM place_in_force
        WHERE
            list_contains($places, place_in_force.place) -- noqa: RF02
            AND (place_in_force.is_primary OR NOT $is_primary) -- noqa: RF02
            AND NOT ($hides_actors AND place_in_force.is_actor) -- noqa: RF02
    )
