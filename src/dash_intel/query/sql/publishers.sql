-- One row a publisher that recognised reports state, the most reports first.
SELECT
    publisher,
    count(*) AS reports,
    max(published_on) AS last_on
FROM report
WHERE template <> 'unrecognised' AND is_newest AND publisher IS NOT NULL
GROUP BY publisher
ORDER BY reports DESC, last_on DESC NULLS LAST, publisher ASC
LIMIT $at_most
