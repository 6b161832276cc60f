-- One row: how many in the period weigh hypotheses, how many of them say which they prefer, and how
-- many of all have no date; of the reports that count for $places, or of all where that is empty.
-- noqa: disable=RF02,RF04
WITH weighed AS (
    SELECT
        chosen.unit,
        count(DISTINCT hypothesis.report_key) AS reports,
        count(DISTINCT hypothesis.report_key) FILTER (WHERE hypothesis.preferred) AS stated,
        count(DISTINCT hypothesis.report_key) FILTER (WHERE chosen.published_on IS NULL) AS undated
    FROM hypothesis
    INNER JOIN chosen ON hypothesis.report_key = chosen.report_key
    WHERE
        chosen.span = 0
        AND (
            len($places) = 0
            OR chosen.report_key IN (
                SELECT counted_place.report_key
                FROM counted_place
                WHERE counted_place.place IN (SELECT unnest($places))
            )
        )
    GROUP BY chosen.unit
)

SELECT
    count(*) AS units,
    count(*) FILTER (WHERE stated > 0) AS stated_units,
    coalesce(sum(reports), 0)::BIGINT AS reports,
    coalesce(sum(stated), 0)::BIGINT AS stated,
    coalesce(sum(undated), 0)::BIGINT AS undated
FROM weighed
