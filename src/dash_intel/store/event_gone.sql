-- Remove what is no newest revision any more.
DELETE FROM event_wording
WHERE
    report_key NOT IN (
        SELECT report_key
        FROM report
        WHERE is_newest
    )
