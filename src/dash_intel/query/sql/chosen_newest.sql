-- One row a report that is looked at in the period, the newest first, undated last; total is how
-- many there are in all.
SELECT
    chosen.report_key,
    (SELECT count(*) FROM chosen WHERE chosen.span = 0) AS total --noqa: RF02
FROM chosen
WHERE chosen.span = 0
ORDER BY chosen.published_on DESC NULLS LAST, chosen.report_key DESC
LIMIT $at_most OFFSET $left_out
