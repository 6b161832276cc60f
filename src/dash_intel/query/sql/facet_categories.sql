-- One row a category of risk: how many reports, or events, of the period have it.
-- Those of $active come first, then the most; of the others $at_most.
WITH alike AS (
    SELECT
        risk_of_report.risk_set,
        count(*) AS reports
    FROM chosen
    INNER JOIN risk_of_report ON chosen.report_key = risk_of_report.report_key
    WHERE chosen.span = 0 AND NOT $is_events -- noqa: RF02
    GROUP BY risk_of_report.risk_set
),

counted AS (
    SELECT
        risk_set.category AS value, -- noqa: RF04
        sum(alike.reports)::BIGINT AS found
    FROM alike
    INNER JOIN risk_set ON alike.risk_set = risk_set.risk_set
    WHERE risk_set.category <> ''
    GROUP BY risk_set.category
    UNION ALL
    SELECT
        risk_set.category AS value, -- noqa: RF04
        count(DISTINCT chosen.unit) AS found
    FROM chosen
    INNER JOIN risk_of_report ON chosen.report_key = risk_of_report.report_key
    INNER JOIN risk_set ON risk_of_report.risk_set = risk_set.risk_set
    WHERE chosen.span = 0 AND risk_set.category <> '' AND $is_events -- noqa: RF02
    GROUP BY risk_set.category
),

marked AS (
    SELECT
        value,
        found,
        list_contains($active, value) AS is_active
    FROM counted
)

SELECT
    value,
    found
FROM marked
QUALIFY
    is_active
    OR row_number() OVER (ORDER BY is_active DESC, found DESC, value ASC) <= $at_most -- noqa: RF02
ORDER BY is_active DESC, found DESC, value ASC
