-- One row a day and an area of a kind, and one without an area for all: recommendations given.
-- Reports of all time up to the end of the period; those without a day are one row without it.
WITH given AS (
    SELECT
        chosen.report_key,
        chosen.published_on,
        count(*) AS recommendations,
        count(*) FILTER (WHERE chosen.span = 0) AS in_period
    FROM chosen
    INNER JOIN advice_in_force ON chosen.report_key = advice_in_force.report_key
    GROUP BY chosen.report_key, chosen.published_on
),

placed AS (
    SELECT DISTINCT
        counted_place.report_key,
        area.code
    FROM counted_place
    INNER JOIN area ON counted_place.place = area.place
    WHERE area.kind = $kind -- noqa: RF02
)

SELECT
    given.published_on AS given_on,
    placed.code AS area,
    sum(given.recommendations)::BIGINT AS recommendations,
    sum(given.in_period)::BIGINT AS in_period
FROM given
INNER JOIN placed ON given.report_key = placed.report_key
GROUP BY given.published_on, placed.code
UNION ALL
SELECT
    published_on AS given_on,
    NULL AS area,
    sum(recommendations)::BIGINT AS recommendations,
    sum(in_period)::BIGINT AS in_period
FROM given
GROUP BY published_on
ORDER BY area ASC NULLS FIRST, given_on ASC
