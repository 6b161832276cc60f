-- One row a bottom line of the reports on an area in the period, the newest first.
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

said AS (
    SELECT
        here.report_key,
        count(*) OVER () AS total
    FROM here
    INNER JOIN report ON here.report_key = report.report_key
    WHERE report.bluf_start IS NOT NULL
    ORDER BY here.published_on DESC NULLS LAST, here.report_key ASC
    LIMIT $at_most OFFSET $skipped
)

SELECT
    report.report_id,
    report.published_on,
    report.publisher,
    report.confidence,
    report.bluf,
    said.total,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM said
INNER JOIN report ON said.report_key = report.report_key
INNER JOIN source ON said.report_key = source.report_key AND source.position = 0
ORDER BY report.published_on DESC NULLS LAST, said.report_key ASC
