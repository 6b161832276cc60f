-- One row a status: how much advice of the reports in the period has it, and how much of that is
-- marked in some way; wanted is how much the chosen mark leaves.
SELECT
    status,
    count(*) AS given,
    count(*) FILTER (WHERE lower(owner) = lower($person)) AS mine,
    count(*) FILTER (WHERE is_due_soon) AS due,
    count(*) FILTER (WHERE is_overdue) AS overdue,
    count(*) FILTER (WHERE is_stale) AS stale,
    count(*) FILTER (WHERE is_recurring) AS recurring,
    count(*) FILTER (
        WHERE
        CASE $quick
            WHEN 'mine' THEN coalesce(lower(owner) = lower($person), FALSE)
            WHEN 'due' THEN is_due_soon
            WHEN 'overdue' THEN is_overdue
            WHEN 'stale' THEN is_stale
            WHEN 'recurring' THEN is_recurring
            ELSE TRUE
        END
    ) AS wanted
FROM tracked
GROUP BY status
