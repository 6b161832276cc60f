-- One row a report that is looked at in the period, the newest first, undated last; total is how
-- many there are in all.
WITH counted AS (
    SELECT count(*) AS total
    FROM chosen
    WHERE span = 0
)

SELECT
    chosen.report_key,
    counted.total
FROM chosen
CROSS JOIN counted
WHERE chosen.span = 0
ORDER BY chosen.published_on DESC NULLS LAST, chosen.report_key DESC
LIMIT $at_most OFFSET $left_out
