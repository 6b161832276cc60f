-- One row a recommendation of a part of those that are wanted, in their order.
SELECT
    report_key,
    position, -- noqa: RF04
    count(*) OVER () AS total
FROM tracked
WHERE
    (len($statuses) = 0 OR list_contains($statuses, status)) -- noqa: RF02
    AND CASE $quick -- noqa: RF02
        WHEN 'mine' THEN coalesce(lower(owner) = lower($person), FALSE) -- noqa: RF02
        WHEN 'due' THEN is_due_soon
        WHEN 'overdue' THEN is_overdue
        WHEN 'stale' THEN is_stale
        WHEN 'recurring' THEN is_recurring
        ELSE TRUE
    END
ORDER BY
    CASE WHEN $ranked = 'due' THEN status IN ('implemented', 'not_implemented') END ASC,
    CASE $ranked WHEN 'due' THEN due_on END ASC NULLS LAST,
    CASE $ranked WHEN 'changed' THEN touched_on END DESC NULLS LAST,
    published_on DESC NULLS LAST,
    report_key ASC,
    position ASC
LIMIT $at_most OFFSET $skipped
