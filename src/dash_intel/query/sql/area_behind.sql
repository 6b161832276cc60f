-- One row a sentence, or a report, behind a number of an area, the newest first.
-- noqa: disable=RF02,RF04
WITH here AS (
    SELECT chosen.*
    FROM chosen
    WHERE
        chosen.span = $span
        AND chosen.report_key IN (
            SELECT counted_place.report_key
            FROM counted_place
            WHERE counted_place.place IN (SELECT unnest($places)) -- noqa: RF02
        )
),

behind AS (
    SELECT
        here.report_key,
        '' AS item_id,
        NULL AS text
    FROM here
    WHERE $subject = 'report'
    UNION ALL
    SELECT
        here.report_key,
        '' AS item_id,
        NULL AS text
    FROM here
    INNER JOIN report ON here.report_key = report.report_key
    WHERE $subject = 'publisher' AND coalesce(report.publisher, '') = $sought
    UNION ALL
    SELECT
        here.report_key,
        'technique-' || (min(technique.position) + 1) AS item_id,
        NULL AS text
    FROM here
    INNER JOIN technique ON here.report_key = technique.report_key
    WHERE $subject = 'technique' AND technique.name = $sought
    GROUP BY here.report_key
    UNION ALL
    SELECT
        here.report_key,
        'entity-' || (min(entity.position) + 1) AS item_id,
        arg_min(entity.role, entity.position) AS text
    FROM here
    INNER JOIN entity ON here.report_key = entity.report_key
    WHERE
        $subject = 'entity'
        AND entity.name = $sought
        AND entity.type IS DISTINCT FROM 'place'
    GROUP BY here.report_key
    UNION ALL
    SELECT
        here.report_key,
        coalesce('tag-' || (min(tag.position) + 1), '') AS item_id,
        NULL AS text
    FROM here
    INNER JOIN tag_in_force ON here.report_key = tag_in_force.report_key
    LEFT JOIN tag ON here.report_key = tag.report_key AND tag_in_force.name = tag.name
    WHERE $subject = 'tag' AND tag_in_force.name = $sought
    GROUP BY here.report_key
    UNION ALL
    SELECT
        here.report_key,
        recommendation.recommendation_id AS item_id,
        recommendation.text
    FROM here
    INNER JOIN advice_in_force ON here.report_key = advice_in_force.report_key
    INNER JOIN recommendation
        ON
            advice_in_force.report_key = recommendation.report_key
            AND advice_in_force.position = recommendation.position
    WHERE $subject = 'advice' AND advice_in_force.group_key = $sought
),

listed AS (
    SELECT
        behind.*,
        here.published_on,
        count(*) OVER () AS total
    FROM behind
    INNER JOIN here ON behind.report_key = here.report_key
    ORDER BY here.published_on DESC NULLS LAST, here.report_key ASC, behind.item_id ASC
    LIMIT $at_most OFFSET $skipped
),

counted AS (
    SELECT
        count(DISTINCT here.report_key) AS reports,
        count(DISTINCT here.unit) AS units
    FROM here
    SEMI JOIN behind ON here.report_key = behind.report_key
)

SELECT
    report.report_id,
    listed.item_id,
    listed.text,
    report.published_on,
    report.publisher,
    listed.total,
    counted.reports,
    counted.units,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM listed
INNER JOIN report ON listed.report_key = report.report_key
INNER JOIN source ON listed.report_key = source.report_key AND source.position = 0
CROSS JOIN counted
ORDER BY report.published_on DESC NULLS LAST, listed.report_key ASC, listed.item_id ASC
