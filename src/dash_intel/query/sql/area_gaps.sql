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
        report.report_key,
        report.report_id,
        report.published_on,
        report.publisher,
        declared_gap.position,
        declared_gap.text,
        coalesce(nullif(report.headline, ''), nullif(report.title, '')) AS title,
        count(*) OVER () AS total,
        min(report.published_on) OVER () AS oldest_on
    FROM here
    INNER JOIN declared_gap ON here.report_key = declared_gap.report_key
    INNER JOIN report ON here.report_key = report.report_key
    ORDER BY report.published_on DESC NULLS LAST, report.report_id ASC, declared_gap.position ASC
    LIMIT $at_most OFFSET $skipped
)

SELECT
    declared.report_id,
    declared.published_on,
    declared.publisher,
    declared.position,
    declared.text,
    declared.total,
    declared.oldest_on,
    coalesce(declared.title, source.source) AS title
FROM declared
INNER JOIN source ON declared.report_key = source.report_key AND source.position = 0
ORDER BY declared.published_on DESC NULLS LAST, declared.report_id ASC, declared.position ASC
