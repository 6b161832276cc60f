-- One row a span (0 the period, 1 the equal one before it) and one row a month from $since on: how
-- much is counted, and how much of it reports a risk of high impact, a scenario or advice.
WITH joined AS (
    SELECT
        chosen.unit,
        chosen.event,
        chosen.span,
        report_tally.scenarios,
        report_tally.recommendations,
        report_tally.has_risk,
        report_tally.is_high,
        date_trunc('month', chosen.published_on)::DATE AS started_on
    FROM chosen
    INNER JOIN report_tally ON chosen.report_key = report_tally.report_key
    WHERE chosen.span < 2 OR chosen.published_on >= $since --noqa: RF02
)

SELECT
    span,
    started_on,
    count(*) AS reports,
    count(DISTINCT event) AS events,
    count(DISTINCT unit) FILTER (WHERE has_risk) AS told,
    count(DISTINCT unit) FILTER (WHERE is_high) AS high,
    coalesce(sum(scenarios), 0)::BIGINT AS scenarios,
    coalesce(sum(recommendations), 0)::BIGINT AS recommendations
FROM joined
GROUP BY GROUPING SETS ((span), (started_on))
HAVING span < 2 OR (grouping(span) = 1 AND started_on >= $since)
ORDER BY span ASC NULLS LAST, started_on ASC
