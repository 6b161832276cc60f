-- One row a month of what is looked at in the period, the newest first.
-- noqa: disable=RF02,RF04
SELECT
    strftime(published_on, '%Y-%m') AS value,
    count(DISTINCT unit) AS found
FROM chosen
WHERE span = 0 AND published_on IS NOT NULL
GROUP BY value
ORDER BY value DESC
LIMIT $at_most
