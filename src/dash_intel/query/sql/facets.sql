-- One row a value of a filter, of those of $names: how many are left with it. Of each filter those
-- of $active come first, then the most; of months the newest.
-- noqa: disable=RF02,RF04
WITH now AS (
    SELECT
        report_key,
        unit,
        published_on
    FROM chosen
    WHERE span = 0
),

pair AS (
    SELECT DISTINCT
        'regions' AS name,
        area.code AS value,
        now.unit
    FROM counted_place
    INNER JOIN now ON counted_place.report_key = now.report_key
    INNER JOIN area ON counted_place.place = area.place
    WHERE list_contains($names, 'regions') AND area.kind = 'region'
    UNION ALL
    SELECT DISTINCT
        'tags' AS name,
        tag_in_force.name AS value,
        now.unit
    FROM tag_in_force
    INNER JOIN now ON tag_in_force.report_key = now.report_key
    WHERE list_contains($names, 'tags')
    UNION ALL
    SELECT DISTINCT
        'categories' AS name,
        risk_in_force.category AS value,
        now.unit
    FROM risk_in_force
    INNER JOIN now ON risk_in_force.report_key = now.report_key
    WHERE
        list_contains($names, 'categories')
        AND risk_in_force.is_risk
        AND risk_in_force.category IS NOT NULL
    UNION ALL
    SELECT DISTINCT
        'publishers' AS name,
        report_read.publisher AS value,
        now.unit
    FROM report_read
    INNER JOIN now ON report_read.report_key = now.report_key
    WHERE list_contains($names, 'publishers') AND report_read.publisher IS NOT NULL
    UNION ALL
    SELECT DISTINCT
        'techniques' AS name,
        technique.name AS value,
        now.unit
    FROM technique
    INNER JOIN now ON technique.report_key = now.report_key
    WHERE list_contains($names, 'techniques')
    UNION ALL
    SELECT DISTINCT
        'months' AS name,
        strftime(published_on, '%Y-%m') AS value,
        unit
    FROM now
    WHERE list_contains($names, 'months') AND published_on IS NOT NULL
),

counted AS (
    SELECT
        name,
        value,
        count(*) AS found,
        list_contains($active, value) AND name <> 'months' AS is_active
    FROM pair
    GROUP BY name, value
)

SELECT
    name,
    value,
    found
FROM counted
QUALIFY
    is_active
    OR row_number() OVER (
        PARTITION BY name
        ORDER BY
            is_active DESC,
            if(name = 'months', value, NULL) DESC,
            found DESC,
            value ASC
    ) <= $at_most
ORDER BY
    name ASC,
    is_active DESC,
    if(name = 'months', value, NULL) DESC,
    found DESC,
    value ASC
