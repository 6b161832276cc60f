-- One row a declared reading that this reader reads otherwise, the newest load first.
SELECT
    load_number,
    source,
    field,
    message
FROM difference
ORDER BY load_number DESC, position ASC
