-- One row a span (0 the period, 1 the equal one before it) and one row a month from $since on: how
-- much is counted, and how much of it reports a risk of high impact, a scenario or advice.
WITH here AS (
    SELECT
        chosen.report_key,
        chosen.unit,
        chosen.event,
        chosen.span,
        date_trunc('month', chosen.published_on)::DATE AS started_on
    FROM chosen
    WHERE chosen.span < 2 OR chosen.published_on >= $since
),

told AS (
    SELECT
        risk_in_force.report_key,
        coalesce(max(risk_in_force.impact_level) >= 4, FALSE) AS is_high
    FROM risk_in_force
    SEMI JOIN here ON risk_in_force.report_key = here.report_key
    WHERE risk_in_force.is_risk
    GROUP BY risk_in_force.report_key
),

expected AS (
    SELECT
        scenario_in_force.report_key,
        count(*) AS scenarios
    FROM scenario_in_force
    SEMI JOIN here ON scenario_in_force.report_key = here.report_key
    GROUP BY scenario_in_force.report_key
),

advised AS (
    SELECT
        advice_kept.report_key,
        count(*) AS recommendations
    FROM advice_kept
    SEMI JOIN here ON advice_kept.report_key = here.report_key
    GROUP BY advice_kept.report_key
),

joined AS (
    SELECT
        here.unit,
        here.event,
        here.span,
        here.started_on,
        expected.scenarios,
        advised.recommendations,
        told.report_key IS NOT NULL AS is_risk,
        coalesce(told.is_high, FALSE) AS is_high
    FROM here
    LEFT JOIN told ON here.report_key = told.report_key
    LEFT JOIN expected ON here.report_key = expected.report_key
    LEFT JOIN advised ON here.report_key = advised.report_key
)

SELECT
    span,
    started_on,
    count(*) AS reports,
    count(DISTINCT event) AS events,
    count(DISTINCT unit) FILTER (WHERE is_risk) AS told,
    count(DISTINCT unit) FILTER (WHERE is_high) AS high,
    coalesce(sum(scenarios), 0)::BIGINT AS scenarios,
    coalesce(sum(recommendations), 0)::BIGINT AS recommendations
FROM joined
GROUP BY GROUPING SETS ((span), (started_on))
HAVING span < 2 OR (grouping(span) = 1 AND started_on >= $since)
ORDER BY span ASC NULLS LAST, started_on ASC
