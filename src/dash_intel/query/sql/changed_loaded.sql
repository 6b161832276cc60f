-- One row a recognised report that a load after $since brought, in its newest revision: the newest
-- load first.
SELECT
    report.report_id,
    report.published_on,
    report.publisher,
    load.loaded_at,
    report.load_number,
    count(*) OVER () AS total,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM report
INNER JOIN load ON report.load_number = load.load_number
INNER JOIN source ON report.report_key = source.report_key AND source.position = 0
WHERE
    load.loaded_at > $since -- noqa: RF02
    AND report.superseded_in IS NULL
    AND report.template <> 'unrecognised'
ORDER BY load.load_number DESC, report.published_on DESC NULLS LAST, report.report_key ASC
LIMIT $at_most
