-- One row a risk sentence of every so many reports, some $most to twice as many where there are
-- more: what words are rare is told from these.
WITH counted AS (
    SELECT greatest(1, count(*) // $most::BIGINT) AS step
    FROM risk
)

SELECT risk.text
FROM risk
CROSS JOIN counted
WHERE risk.report_key % counted.step = 0
