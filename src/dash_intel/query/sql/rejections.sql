-- One row a file, member or record that could not be read, the newest load first.
SELECT
    rejection.load_number,
    load.loaded_at,
    rejection.source,
    rejection.code,
    rejection.reason
FROM rejection
INNER JOIN load ON rejection.load_number = load.load_number
ORDER BY rejection.load_number DESC, rejection.position ASC
