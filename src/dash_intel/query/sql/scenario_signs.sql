-- One row a sign of a scenario in the period that has come so far, the latest seen first.
WITH marked AS (
    SELECT *
    FROM ledger.signpost_state
    WHERE mark = $mark
),

here AS (
    SELECT
        chosen.report_key,
        chosen.published_on,
        scenario_in_force.position,
        scenario_in_force.scenario_id
    FROM chosen
    INNER JOIN scenario_in_force ON chosen.report_key = scenario_in_force.report_key
    WHERE
        chosen.span = 0
        AND ($sought = '' OR scenario_in_force.scenario_id = $sought) -- noqa: RF02
        AND (
            $mark = 'not_seen' -- noqa: RF02
            OR scenario_in_force.scenario_id IN (SELECT marked.scenario_id FROM marked)
        )
),

told AS (
    SELECT
        here.report_key,
        here.position,
        scenario_trigger.text AS indicator,
        scenario_trigger.position AS place,
        'report' AS origin
    FROM here
    INNER JOIN scenario_trigger
        ON
            here.report_key = scenario_trigger.report_key
            AND here.position = scenario_trigger.scenario
    UNION ALL
    SELECT
        here.report_key,
        here.position,
        unnest(list_concat(state.triggers, state.indicators)) AS indicator,
        1000 AS place,
        'analyst' AS origin
    FROM here
    INNER JOIN ledger.scenario_state AS state ON here.scenario_id = state.scenario_id
    UNION ALL
    SELECT
        here.report_key,
        here.position,
        marked.indicator,
        2000 AS place,
        'marked' AS origin
    FROM here
    INNER JOIN marked ON here.scenario_id = marked.scenario_id
),

sign AS (
    SELECT
        report_key,
        position,
        indicator,
        min(place) AS place,
        arg_min(origin, place) AS origin
    FROM told
    GROUP BY report_key, position, indicator
),

revised AS (
    SELECT
        scenario_id,
        max(revision) AS revision
    FROM ledger.signpost_state
    GROUP BY scenario_id
),

part AS (
    SELECT
        here.*,
        sign.indicator,
        sign.origin,
        sign.place,
        signpost.seen_on,
        signpost.evidence,
        signpost.marked_by,
        coalesce(signpost.mark, 'not_seen') AS mark,
        count(*) OVER () AS total
    FROM sign
    INNER JOIN here ON sign.report_key = here.report_key AND sign.position = here.position
    LEFT JOIN ledger.signpost_state AS signpost
        ON
            here.scenario_id = signpost.scenario_id
            AND sign.indicator = signpost.indicator
    WHERE coalesce(signpost.mark, 'not_seen') = $mark -- noqa: RF02
    ORDER BY
        signpost.seen_on DESC NULLS LAST,
        here.published_on DESC NULLS LAST,
        here.report_key ASC,
        here.position ASC,
        sign.place ASC,
        sign.indicator ASC
    LIMIT $at_most OFFSET $skipped
)

SELECT
    report.report_id,
    report.publisher,
    part.published_on,
    part.scenario_id,
    scenario.kind,
    scenario.label,
    scenario.text,
    part.indicator,
    part.origin,
    part.mark,
    part.seen_on,
    part.evidence,
    part.marked_by,
    state.horizon_on,
    part.total,
    coalesce(revised.revision, 0) AS revision,
    CASE
        WHEN state.outcome IS NOT NULL THEN state.outcome
        WHEN state.horizon_on < $today THEN 'due' -- noqa: RF02
        ELSE 'open'
    END AS outcome,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM part
INNER JOIN scenario
    ON part.report_key = scenario.report_key AND part.position = scenario.position
INNER JOIN report ON part.report_key = report.report_key
INNER JOIN source ON part.report_key = source.report_key AND source.position = 0
LEFT JOIN revised ON part.scenario_id = revised.scenario_id
LEFT JOIN ledger.scenario_state AS state ON part.scenario_id = state.scenario_id
ORDER BY
    part.seen_on DESC NULLS LAST,
    part.published_on DESC NULLS LAST,
    part.report_key ASC,
    part.position ASC,
    part.place ASC,
    part.indicator ASC
