-- One row a recommendation that is wanted, the first of each status: of open ones those due first,
-- then the newest; of closed ones those that were decided last.
WITH wanted AS (
    SELECT
        report_key,
        position, -- noqa: RF04
        status,
        published_on,
        if(status IN ('implemented', 'not_implemented'), NULL, due_on) AS due_on,
        if(status IN ('implemented', 'not_implemented'), touched_on, NULL) AS closed_on
    FROM tracked
    WHERE
        list_contains($statuses, status) -- noqa: RF02
        AND CASE $quick -- noqa: RF02
            WHEN 'mine' THEN coalesce(lower(owner) = lower($person), FALSE) -- noqa: RF02
            WHEN 'due' THEN is_due_soon
            WHEN 'overdue' THEN is_overdue
            WHEN 'stale' THEN is_stale
            WHEN 'recurring' THEN is_recurring
            ELSE TRUE
        END
),

ranked AS (
    SELECT
        report_key,
        position, -- noqa: RF04
        status,
        row_number() OVER (
            PARTITION BY status
            ORDER BY
                due_on ASC NULLS LAST,
                closed_on DESC NULLS LAST,
                published_on DESC NULLS LAST,
                report_key ASC,
                position ASC
        ) AS place
    FROM wanted
)

SELECT
    report_key,
    position -- noqa: RF04
FROM ranked
WHERE place <= $most[list_position($statuses, status)] -- noqa: RF02
ORDER BY place ASC, report_key ASC, position ASC
