-- One row a place that a chosen report counts for.
SELECT
    place_in_force.report_key,
    place_in_force.place
FROM place_in_force
SEMI JOIN chosen ON place_in_force.report_key = chosen.report_key
WHERE
    (place_in_force.is_primary OR NOT $is_primary) -- noqa: RF02
    AND NOT ($hides_actors AND place_in_force.is_actor) -- noqa: RF02
