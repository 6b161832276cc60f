-- One row a hypothesis, an assumption or a declared gap of the reports of $keys, in text order:
-- item is its name on the Report page, label its own or the kind of an assumption.
-- noqa: disable=RF02,RF04
SELECT
    report_key,
    'hypothesis' AS kind,
    position,
    'hypothesis-' || (position + 1) AS item,
    label,
    text,
    preferred
FROM hypothesis
WHERE report_key IN (SELECT unnest($keys))
UNION ALL
SELECT
    report_key,
    'assumption' AS kind,
    position,
    'assumption-' || (position + 1) AS item,
    kind AS label,
    text,
    NULL AS preferred
FROM assumption
WHERE report_key IN (SELECT unnest($keys))
UNION ALL
SELECT
    report_key,
    'gap' AS kind,
    position,
    'gap-' || (position + 1) AS item,
    '' AS label,
    text,
    NULL AS preferred
FROM declared_gap
WHERE report_key IN (SELECT unnest($keys))
ORDER BY report_key ASC, kind ASC, position ASC
