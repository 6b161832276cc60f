-- One row a file, member or record that could not be read, the newest load first; of the loads from
-- one place only the newest counts.
WITH current_load AS (
    SELECT max(load_number) AS load_number
    FROM load
    GROUP BY origins
)

SELECT
    rejection.load_number,
    load.loaded_at,
    rejection.source,
    rejection.code,
    rejection.reason
FROM rejection
SEMI JOIN current_load ON rejection.load_number = current_load.load_number
INNER JOIN load ON rejection.load_number = load.load_number
ORDER BY rejection.load_number DESC, rejection.position ASC
