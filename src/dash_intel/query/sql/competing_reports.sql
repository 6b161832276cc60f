-- One row a report with competing hypotheses in the period, the newest first: those of $stated, or
-- all where that is empty. stated is whether it says which it prefers.
-- noqa: disable=RF02,RF04
WITH competing AS (
    SELECT
        hypothesis.report_key,
        count(*) FILTER (WHERE hypothesis.preferred) > 0 AS is_stated
    FROM hypothesis
    SEMI JOIN chosen ON hypothesis.report_key = chosen.report_key AND chosen.span = 0
    GROUP BY hypothesis.report_key
),

part AS (
    SELECT
        competing.report_key,
        competing.is_stated,
        chosen.published_on,
        count(*) OVER () AS total
    FROM competing
    INNER JOIN chosen ON competing.report_key = chosen.report_key
    WHERE len($stated) = 0 OR list_contains($stated, competing.is_stated)
    ORDER BY chosen.published_on DESC NULLS LAST, competing.report_key ASC
    LIMIT $at_most OFFSET $skipped
)

SELECT
    report.report_key,
    report.report_id,
    report.document_id,
    report.published_on,
    report.publisher,
    report.confidence,
    report.assessment_text,
    part.is_stated,
    part.total,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM part
INNER JOIN report ON part.report_key = report.report_key
INNER JOIN source ON part.report_key = source.report_key AND source.position = 0
ORDER BY report.published_on DESC NULLS LAST, report.report_key ASC
