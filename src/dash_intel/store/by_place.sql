-- The places that reports of report_changed count for, once for all that count for the same.
CREATE OR REPLACE TEMP TABLE places_again AS
SELECT
    place_in_force.report_key,
    list_sort(list(DISTINCT place_in_force.place)) AS mentioned,
    coalesce(
        list_sort(
            list(DISTINCT place_in_force.place) FILTER (WHERE place_in_force.is_primary)
        ),
        []
    ) AS main, --noqa: RF04
    coalesce(
        list_sort(
            list(DISTINCT place_in_force.place) FILTER (WHERE NOT place_in_force.is_actor)
        ),
        []
    ) AS mentioned_but_actors,
    coalesce(
        list_sort(
            list(DISTINCT place_in_force.place)
            FILTER (WHERE place_in_force.is_primary AND NOT place_in_force.is_actor)
        ),
        []
    ) AS main_but_actors
FROM derived.place_in_force
SEMI JOIN derived.report_changed ON place_in_force.report_key = report_changed.report_key
GROUP BY place_in_force.report_key;

CREATE OR REPLACE TEMP TABLE set_again AS
WITH kept AS (
    SELECT coalesce(max(place_set), 0) AS place_sets
    FROM derived.place_set
),

said AS (
    SELECT mentioned AS places
    FROM places_again
    UNION
    SELECT main AS places --noqa: RF04
    FROM places_again
    UNION
    SELECT mentioned_but_actors AS places
    FROM places_again
    UNION
    SELECT main_but_actors AS places
    FROM places_again
),

missing AS (
    SELECT said.places
    FROM said
    ANTI JOIN derived.place_set ON said.places = place_set.places
)

SELECT
    missing.places,
    (kept.place_sets + row_number() OVER ())::INTEGER AS place_set
FROM missing
CROSS JOIN kept;

INSERT INTO derived.place_set
SELECT
    place_set,
    places
FROM set_again;

INSERT INTO derived.area_of_set
WITH placed AS (
    SELECT
        place_set,
        unnest(places) AS place
    FROM set_again
)

SELECT DISTINCT
    placed.place_set,
    area.kind,
    area.code
FROM placed
INNER JOIN derived.area ON placed.place = area.place;

DELETE FROM derived.places_of_report
WHERE report_key IN (SELECT report_changed.report_key FROM derived.report_changed);

INSERT INTO derived.places_of_report
SELECT
    places_again.report_key,
    one.place_set AS mentioned,
    two.place_set AS main, --noqa: RF04
    three.place_set AS mentioned_but_actors,
    four.place_set AS main_but_actors
FROM places_again
INNER JOIN derived.place_set AS one ON places_again.mentioned = one.places
INNER JOIN derived.place_set AS two ON places_again.main = two.places
INNER JOIN derived.place_set AS three ON places_again.mentioned_but_actors = three.places
INNER JOIN derived.place_set AS four ON places_again.main_but_actors = four.places
ORDER BY places_again.report_key;

DROP TABLE places_again;

DROP TABLE set_again;
