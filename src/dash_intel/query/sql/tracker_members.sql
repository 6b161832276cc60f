-- One row a recommendation of the group $group_key in the period, the newest first, part by part.
SELECT
    tracked.report_key,
    tracked.position,
    count(*) OVER () AS total
FROM tracked
INNER JOIN advice_in_force
    ON
        tracked.report_key = advice_in_force.report_key
        AND tracked.position = advice_in_force.position
WHERE advice_in_force.group_key = $group_key -- noqa: RF02
ORDER BY
    tracked.published_on DESC NULLS LAST,
    tracked.report_key ASC,
    tracked.position ASC
LIMIT $at_most OFFSET $skipped
