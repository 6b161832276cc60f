-- One row a tag that somebody put in place of those that were read.
SELECT DISTINCT unnest(value) AS name --noqa: RF04
FROM ledger.override
WHERE field = 'tag'
ORDER BY name
