-- One row a risk or scenario that a recommendation is, or may be, linked to: those of $ids, and
-- those of the report $report_id.
SELECT
    risk.risk_id AS item_id,
    'risk' AS kind,
    risk.text,
    report.report_id,
    report.published_on,
    report.publisher,
    risk.position,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM risk
INNER JOIN report ON risk.report_key = report.report_key
INNER JOIN source ON risk.report_key = source.report_key AND source.position = 0
WHERE
    report.superseded_in IS NULL
    AND (risk.risk_id IN (SELECT unnest($ids)) OR report.report_id = $report_id) -- noqa: RF02
UNION ALL
SELECT
    scenario.scenario_id AS item_id,
    'scenario' AS kind,
    scenario.text,
    report.report_id,
    report.published_on,
    report.publisher,
    scenario.position,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title
FROM scenario
INNER JOIN report ON scenario.report_key = report.report_key
INNER JOIN source ON scenario.report_key = source.report_key AND source.position = 0
WHERE
    report.superseded_in IS NULL
    AND (scenario.scenario_id IN (SELECT unnest($ids)) OR report.report_id = $report_id) -- noqa
ORDER BY report_id ASC, kind ASC, position ASC
