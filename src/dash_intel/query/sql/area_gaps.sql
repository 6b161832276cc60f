-- One row a sentence of reports on an area that says what is not known, the newest first.
WITH here AS (
    SELECT chosen.*
    FROM chosen
    WHERE
        chosen.span = 0
        AND chosen.report_key IN (
            SELECT counted_place.report_key
            FROM counted_place
            WHERE counted_place.place IN (SELECT unnest($places)) -- noqa: RF02
        )
),

declared AS (
    SELECT
        here.report_key,
        here.published_on,
        declared_gap.position,
        count(*) OVER () AS total,
        min(here.published_on) OVER () AS oldest_on
    FROM here
    INNER JOIN declared_gap ON here.report_key = declared_gap.report_key
    ORDER BY here.published_on DESC NULLS LAST, here.report_key ASC, declared_gap.position ASC
    LIMIT $at_most OFFSET $skipped
)

SELECT
    report.report_id,
    report.published_on,
    report.publisher,
    declared.position,
    declared_gap.text,
    declared.total,
    declared.oldest_on,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM declared
INNER JOIN declared_gap
    ON
        declared.report_key = declared_gap.report_key
        AND declared.position = declared_gap.position
INNER JOIN report ON declared.report_key = report.report_key
INNER JOIN source ON declared.report_key = source.report_key AND source.position = 0
ORDER BY report.published_on DESC NULLS LAST, declared.report_key ASC, declared.position ASC
