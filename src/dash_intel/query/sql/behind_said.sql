-- One row a piece of a report of $keys that a number of the Coverage page is about: the item of the
-- Report page where it stands, its words, and what is said of them.
-- noqa: disable=RF02
SELECT
    report_key,
    position,
    'technique-' || (position + 1) AS item,
    as_written AS words,
    match AS grade
FROM technique
WHERE
    report_key IN (SELECT unnest($keys))
    AND (name = $technique OR coalesce(family, 'No family') = $family)
UNION ALL
SELECT
    report_key,
    position,
    'gap-' || (position + 1) AS item,
    text AS words,
    '' AS grade
FROM declared_gap
WHERE report_key IN (SELECT unnest($keys)) AND $state = 'gap'
UNION ALL
SELECT
    report_key,
    position,
    'warning-' || (position + 1) AS item,
    message AS words,
    '' AS grade
FROM warning
WHERE report_key IN (SELECT unnest($keys)) AND (code = $warning OR $state = 'warned')
ORDER BY report_key ASC, position ASC
