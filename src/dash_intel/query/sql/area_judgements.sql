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
        report.report_key,
        report.report_id,
        report.published_on,
        report.publisher,
        report.confidence,
        report.bluf,
        coalesce(nullif(report.headline, ''), nullif(report.title, '')) AS title,
        count(*) OVER () AS total
    FROM here
    INNER JOIN report ON here.report_key = report.report_key
    WHERE report.bluf <> ''
    ORDER BY report.published_on DESC NULLS LAST, report.report_id ASC
    LIMIT $at_most OFFSET $skipped
)

SELECT
    said.report_id,
    said.published_on,
    said.publisher,
    said.confidence,
    said.bluf,
    said.total,
    coalesce(said.title, source.source) AS title
FROM said
INNER JOIN source ON said.report_key = source.report_key AND source.position = 0
ORDER BY said.published_on DESC NULLS LAST, said.report_id ASC
