-- One row a hypothesis of a report in the period, the newest report first: those of $sought
-- and $month where these are given, else those that are preferred; of what counts for $places, or
-- for anywhere where that is empty.
-- noqa: disable=RF02,RF04
WITH here AS (
    SELECT
        hypothesis.report_key,
        hypothesis.position,
        hypothesis.label,
        hypothesis.text,
        chosen.unit,
        chosen.published_on
    FROM hypothesis
    INNER JOIN chosen ON hypothesis.report_key = chosen.report_key
    WHERE
        chosen.span = 0
        AND ($sought <> '' OR hypothesis.preferred)
        AND ($month = '' OR strftime(chosen.published_on, '%Y-%m') = $month)
        AND (
            len($places) = 0
            OR chosen.report_key IN (
                SELECT counted_place.report_key
                FROM counted_place
                WHERE counted_place.place IN (SELECT unnest($places))
            )
        )
),

found AS (
    SELECT here.*
    FROM here
    LEFT JOIN hypothesis_headed
        ON
            $sought <> ''
            AND here.report_key = hypothesis_headed.report_key
            AND here.position = hypothesis_headed.position
    WHERE
        $sought = ''
        OR folded_name(known_as(here.label, hypothesis_headed.own, here.text)) = $sought
),

part AS MATERIALIZED (
    SELECT
        report_key,
        position,
        published_on,
        count(*) OVER () AS total,
        count(DISTINCT unit) OVER () AS units
    FROM found
    ORDER BY published_on DESC NULLS LAST, report_key ASC, position ASC
    LIMIT $at_most OFFSET $skipped
),

named AS MATERIALIZED (
    SELECT
        hypothesis.report_key,
        hypothesis.position,
        hypothesis.text,
        hypothesis.preferred,
        known_as(hypothesis.label, hypothesis_headed.own, hypothesis.text) AS known_as
    FROM hypothesis
    LEFT JOIN hypothesis_headed
        ON
            hypothesis.report_key = hypothesis_headed.report_key
            AND hypothesis.position = hypothesis_headed.position
    WHERE hypothesis.report_key IN (SELECT part.report_key FROM part)
),

rival AS (
    SELECT
        part.report_key,
        part.position,
        list(named.known_as ORDER BY named.position) AS rivals
    FROM part
    INNER JOIN named ON part.report_key = named.report_key AND part.position <> named.position
    GROUP BY part.report_key, part.position
)

SELECT
    report.report_id,
    report.published_on,
    report.publisher,
    part.position,
    named.known_as,
    named.preferred,
    part.total,
    part.units,
    named.text,
    coalesce(rival.rivals, []) AS rivals,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM part
INNER JOIN named ON part.report_key = named.report_key AND part.position = named.position
INNER JOIN report ON part.report_key = report.report_key
INNER JOIN source ON part.report_key = source.report_key AND source.position = 0
LEFT JOIN rival ON part.report_key = rival.report_key AND part.position = rival.position
ORDER BY report.published_on DESC NULLS LAST, part.report_key ASC, part.position ASC
