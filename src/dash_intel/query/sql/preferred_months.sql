-- One row a month and a hypothesis by its name, of the $at_most that most weigh: how many weigh
-- it, prefer it, prefer another, or say neither; of what counts for $places, all where empty. One
-- without a letter or digit has no name.
-- noqa: disable=RF02,RF04
WITH weighed AS (
    SELECT
        chosen.unit,
        chosen.published_on,
        hypothesis.preferred,
        known_as(hypothesis.label, hypothesis_headed.own, hypothesis.text) AS name
    FROM hypothesis
    INNER JOIN chosen ON hypothesis.report_key = chosen.report_key
    LEFT JOIN hypothesis_headed
        ON
            hypothesis.report_key = hypothesis_headed.report_key
            AND hypothesis.position = hypothesis_headed.position
    WHERE
        chosen.span = 0
        AND chosen.published_on IS NOT NULL
        AND (
            len($places) = 0
            OR chosen.report_key IN (
                SELECT counted_place.report_key
                FROM counted_place
                WHERE counted_place.place IN (SELECT unnest($places))
            )
        )
),

folded AS MATERIALIZED (
    SELECT
        *,
        folded_name(name) AS folded
    FROM weighed
),

ranked AS (
    SELECT
        folded,
        arg_max(name, published_on) AS known_as,
        count(DISTINCT unit) AS units,
        count(DISTINCT unit) FILTER (WHERE preferred) AS preferred,
        max(published_on) AS last_on,
        count(*) OVER () AS names
    FROM folded
    WHERE folded <> ''
    GROUP BY folded
    ORDER BY units DESC, last_on DESC, folded ASC
    LIMIT $at_most
),

monthly AS (
    SELECT
        folded,
        unit,
        strftime(published_on, '%Y-%m') AS month,
        coalesce(bool_or(preferred), FALSE) AS is_preferred,
        coalesce(bool_or(NOT preferred), FALSE) AS is_refused
    FROM folded
    SEMI JOIN ranked ON folded.folded = ranked.folded
    GROUP BY ALL
)

SELECT
    ranked.folded,
    ranked.known_as,
    ranked.names,
    ranked.units AS all_units,
    ranked.preferred AS all_preferred,
    monthly.month,
    count(*) AS units,
    count(*) FILTER (WHERE monthly.is_preferred) AS preferred,
    count(*) FILTER (WHERE monthly.is_refused AND NOT monthly.is_preferred) AS refused
FROM monthly
INNER JOIN ranked ON monthly.folded = ranked.folded
GROUP BY ALL
ORDER BY all_units DESC, max(ranked.last_on) DESC, ranked.folded ASC, monthly.month ASC
