-- One row an open recommendation of the period's reports that is overdue on $today, or due in the
-- $days days after it: those that are due first.
WITH decided AS (
    SELECT
        recommendation.report_key,
        recommendation.position,
        recommendation.recommendation_id,
        state.due_on,
        state.status,
        state.owner
    FROM ledger.recommendation_state AS state
    INNER JOIN recommendation ON state.recommendation_id = recommendation.recommendation_id
    WHERE state.is_open AND state.due_on <= $today::DATE + $days::INTEGER -- noqa: RF02
),

pressing AS (
    SELECT
        decided.*,
        decided.due_on < $today AS is_overdue -- noqa: RF02
    FROM decided
    SEMI JOIN chosen ON decided.report_key = chosen.report_key AND chosen.span = 0
    SEMI JOIN advice_kept
        ON
            decided.report_key = advice_kept.report_key
            AND decided.position = advice_kept.position
)

SELECT
    pressing.recommendation_id,
    recommendation.text,
    pressing.due_on,
    pressing.status,
    pressing.owner,
    pressing.is_overdue,
    report.report_id,
    report.published_on,
    report.publisher,
    count(*) OVER () AS total,
    count(*) FILTER (WHERE pressing.is_overdue) OVER () AS overdue,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM pressing
INNER JOIN recommendation
    ON
        pressing.report_key = recommendation.report_key
        AND pressing.position = recommendation.position
INNER JOIN report ON pressing.report_key = report.report_key
INNER JOIN source ON pressing.report_key = source.report_key AND source.position = 0
ORDER BY pressing.due_on ASC, pressing.report_key ASC, pressing.position ASC
LIMIT $at_most OFFSET $skipped
