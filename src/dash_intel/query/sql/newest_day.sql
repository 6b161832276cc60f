-- One row: the last day, no later than $today, of a recognised report in its newest revision.
SELECT max(published_on) AS newest_on
FROM report
WHERE superseded_in IS NULL AND template <> 'unrecognised' AND published_on <= $today
