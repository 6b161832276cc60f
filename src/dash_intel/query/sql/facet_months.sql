-- One row a month of the period, the newest first: how many reports, or events, are of it.
SELECT
    strftime(published_on, '%Y-%m') AS value, -- noqa: RF04
    count(DISTINCT unit) AS found
FROM chosen
WHERE span = 0 AND published_on IS NOT NULL
GROUP BY value
ORDER BY value DESC
LIMIT $at_most -- noqa: RF02
