-- One row a thing that somebody other than $person decided last, after $since: the latest first.
SELECT
    decided.aspect,
    decided.subject_id,
    decided.changed_at,
    decided.changed_by,
    count(*) OVER () AS total,
    coalesce(report.report_id, decided.report_id) AS report_id,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), '') AS title
FROM ledger.decided AS decided
LEFT JOIN report ON decided.report_id = report.report_id
WHERE
    decided.changed_at > $since -- noqa: RF02
    AND decided.changed_by <> $person -- noqa: RF02
ORDER BY decided.changed_at DESC, decided.subject_id ASC, decided.aspect ASC
LIMIT $at_most
