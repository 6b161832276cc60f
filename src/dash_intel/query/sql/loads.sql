-- One row a load, the newest first.
SELECT
    load.load_number AS number,
    load.loaded_at,
    load.origins,
    load.added,
    load.known,
    load.unrecognised,
    load.warned,
    load.revised,
    count(rejection.load_number) AS rejected
FROM load
LEFT JOIN rejection ON load.load_number = rejection.load_number
GROUP BY ALL
ORDER BY load.load_number DESC
