-- One row: how many reports were read with other words, rules or profiles than these.
SELECT count(*) AS reports
FROM report
WHERE vocabulary_version <> $readings OR NOT list_contains($profiles, profile_version)
