-- Remove from the advice what is no recommendation of a newest revision any more.
DELETE FROM advice
WHERE
    report_key NOT IN (
        SELECT report_key
        FROM report
        WHERE is_newest
    );

DELETE FROM advice_wording
WHERE
    id NOT IN (
        SELECT id
        FROM advice
    );
