-- One row a period that holds reports, up to $until.
SELECT
    date_trunc($scale, published_on)::DATE AS started_on,
    count(DISTINCT unit) AS units
FROM chosen
WHERE published_on <= $until
GROUP BY started_on
ORDER BY started_on
