-- One row a recommendation of the period, with what follows from decisions and the day.
-- Those that were rejected are left out, as advice_in_force leaves them out; joining the few that
-- anything was decided about, rather than that view, keeps this quick.
-- Stale: open, and nothing decided for 90 days, or since the report where nothing was decided yet.
-- Recurring: given in a later report than the day on which it, or advice of its group, was closed.
WITH closed AS (
    SELECT
        advice_in_force.group_key,
        min(coalesce(state.done_on, state.status_since::DATE)) AS closed_on
    FROM ledger.recommendation_state AS state
    INNER JOIN advice_in_force ON state.recommendation_id = advice_in_force.recommendation_id
    WHERE NOT state.is_open
    GROUP BY advice_in_force.group_key
),

again AS (
    SELECT
        advice_in_force.report_key,
        advice_in_force.position,
        closed.closed_on,
        max(report_read.published_on) OVER (PARTITION BY closed.group_key) AS last_on
    FROM closed
    INNER JOIN advice_in_force ON closed.group_key = advice_in_force.group_key
    INNER JOIN report_read ON advice_in_force.report_key = report_read.report_key
),

decided AS (
    SELECT
        recommendation.report_key,
        recommendation.position,
        state.owner,
        state.due_on,
        state.status,
        state.is_open,
        state.changed_at::DATE AS changed_on,
        coalesce(state.done_on, state.status_since::DATE) AS closed_on
    FROM recommendation
    INNER JOIN ledger.recommendation_state AS state
        ON recommendation.recommendation_id = state.recommendation_id
),

standing AS (
    SELECT
        recommendation.report_key,
        recommendation.position,
        chosen.published_on,
        decided.owner,
        decided.due_on,
        decided.closed_on,
        again.last_on,
        again.closed_on AS group_closed_on,
        coalesce(decided.status, 'new') AS status,
        coalesce(decided.is_open, TRUE) AS is_open,
        coalesce(decided.changed_on, chosen.published_on) AS touched_on
    FROM chosen
    INNER JOIN recommendation ON chosen.report_key = recommendation.report_key
    LEFT JOIN decided
        ON
            recommendation.report_key = decided.report_key
            AND recommendation.position = decided.position
    LEFT JOIN again
        ON
            recommendation.report_key = again.report_key
            AND recommendation.position = again.position
    ANTI JOIN item_rejected
        ON
            item_rejected.kind = 'recommendation'
            AND recommendation.report_key = item_rejected.report_key
            AND recommendation.position = item_rejected.position
    WHERE chosen.span = 0
)

SELECT
    report_key,
    position, -- noqa: RF04
    published_on,
    owner,
    due_on,
    status,
    touched_on,
    coalesce(is_open AND due_on < $today, FALSE) AS is_overdue, -- noqa: RF02
    coalesce(is_open AND due_on BETWEEN $today AND $today::DATE + 14, FALSE) AS is_due_soon, -- noqa
    coalesce(is_open AND touched_on <= $today::DATE - 90, FALSE) AS is_stale, -- noqa: RF02
    coalesce(
        if(is_open, published_on > group_closed_on, last_on > closed_on), FALSE
    ) AS is_recurring
FROM standing
