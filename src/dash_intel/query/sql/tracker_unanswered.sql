-- One row a risk of the period that no advice answers, those of the highest impact first, part by
-- part: no advice was linked to it, and its report gives none on a country that it is about. Where
-- one of them is about no country, any advice of the report will do.
WITH linked AS (
    SELECT unnest(state.links) AS item_id
    FROM ledger.recommendation_state AS state
    SEMI JOIN advice_in_force ON state.recommendation_id = advice_in_force.recommendation_id
),

advised AS (
    SELECT
        advice_about.report_key,
        advice_about.place
    FROM advice_about
    SEMI JOIN tracked
        ON advice_about.report_key = tracked.report_key AND advice_about.position = tracked.position
),

stated AS (
    SELECT
        risk_in_force.report_key,
        risk_in_force.position,
        risk_in_force.place::VARCHAR AS place,
        risk_in_force.impact_level,
        chosen.published_on
    FROM risk_in_force
    INNER JOIN chosen ON risk_in_force.report_key = chosen.report_key AND chosen.span = 0
    WHERE risk_in_force.is_risk
),

answered AS (
    SELECT
        stated.report_key,
        stated.position
    FROM stated
    SEMI JOIN advised
        ON stated.report_key = advised.report_key AND stated.place = advised.place
    UNION ALL
    SELECT
        stated.report_key,
        stated.position
    FROM stated
    SEMI JOIN advised ON stated.report_key = advised.report_key AND advised.place = ''
    UNION ALL
    SELECT
        stated.report_key,
        stated.position
    FROM stated
    SEMI JOIN tracked ON stated.report_key = tracked.report_key
    WHERE stated.place IS NULL OR stated.place LIKE '~%'
    UNION ALL
    SELECT
        risk.report_key,
        risk.position
    FROM risk
    SEMI JOIN linked ON risk.risk_id = linked.item_id
),

unanswered AS (
    SELECT
        stated.report_key,
        stated.position,
        max(stated.impact_level) AS impact_level,
        any_value(stated.published_on) AS published_on
    FROM stated
    ANTI JOIN answered
        ON stated.report_key = answered.report_key AND stated.position = answered.position
    GROUP BY stated.report_key, stated.position
),

listed AS (
    SELECT
        *,
        count(*) OVER () AS total
    FROM unanswered
    ORDER BY
        impact_level DESC NULLS LAST,
        published_on DESC NULLS LAST,
        report_key ASC,
        position ASC
    LIMIT $at_most OFFSET $skipped
)

SELECT
    listed.total,
    risk.risk_id,
    risk.text,
    report.report_id,
    report.published_on,
    report.publisher,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title,
    coalesce(listed.impact_level, 0) AS impact_level,
    listed.report_key IN (SELECT tracked.report_key FROM tracked) AS has_advice
FROM listed
INNER JOIN risk ON listed.report_key = risk.report_key AND listed.position = risk.position
INNER JOIN report ON listed.report_key = report.report_key
INNER JOIN source ON listed.report_key = source.report_key AND source.position = 0
ORDER BY
    listed.impact_level DESC NULLS LAST,
    listed.published_on DESC NULLS LAST,
    listed.report_key ASC,
    listed.position ASC
