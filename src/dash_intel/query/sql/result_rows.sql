-- One row a report of $keys: its head, and the UN M49 regions that it counts for.
-- The text begins after the head, and stays out where it is not $has_text.
-- noqa: disable=RF02,RF04
WITH placed AS (
    SELECT DISTINCT
        counted_place.report_key,
        area.code
    FROM counted_place
    INNER JOIN area ON counted_place.place = area.place
    WHERE
        area.kind = 'region'
        AND counted_place.report_key IN (SELECT unnest($keys))
),

region AS (
    SELECT
        report_key,
        list(code ORDER BY code) AS regions
    FROM placed
    GROUP BY report_key
)

SELECT
    report.report_key,
    report.report_id,
    report.publisher,
    report.published_on,
    report.template,
    report.flags,
    report.marking,
    if(
        $has_text,
        substr(report.text, 1 + coalesce(report.bluf_start, report.headline_end, 0)),
        ''
    ) AS text,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title,
    coalesce(nullif(report.bluf, ''), left(report.text, 400)) AS opening,
    coalesce(region.regions, []) AS regions
FROM report
INNER JOIN source ON report.report_key = source.report_key AND source.position = 0
LEFT JOIN region ON report.report_key = region.report_key
WHERE report.report_key IN (SELECT unnest($keys))
