-- One row a rule that the build breaks, and how often.
WITH part AS (
    SELECT report_key FROM source
    UNION ALL
    SELECT report_key FROM section
    UNION ALL
    SELECT report_key FROM technique
    UNION ALL
    SELECT report_key FROM hypothesis
    UNION ALL
    SELECT report_key FROM assumption
    UNION ALL
    SELECT report_key FROM risk
    UNION ALL
    SELECT report_key FROM recommendation
    UNION ALL
    SELECT report_key FROM scenario
    UNION ALL
    SELECT report_key FROM scenario_trigger
    UNION ALL
    SELECT report_key FROM insight
    UNION ALL
    SELECT report_key FROM brief_section
    UNION ALL
    SELECT report_key FROM entity
    UNION ALL
    SELECT report_key FROM declared_gap
    UNION ALL
    SELECT report_key FROM tag
    UNION ALL
    SELECT report_key FROM place
    UNION ALL
    SELECT report_key FROM named_region
    UNION ALL
    SELECT report_key FROM region
    UNION ALL
    SELECT report_key FROM unread
    UNION ALL
    SELECT report_key FROM warning
),

rule AS (
    SELECT
        'report ids used twice' AS broken_rule,
        count(*) - count(DISTINCT report_id) AS broken
    FROM report
    UNION ALL
    SELECT
        'report keys used twice' AS broken_rule,
        count(*) - count(DISTINCT report_key) AS broken
    FROM report
    UNION ALL
    SELECT
        'reports without a source' AS broken_rule,
        count(*) AS broken
    FROM report
    ANTI JOIN source ON report.report_key = source.report_key
    UNION ALL
    SELECT
        'reports of no load' AS broken_rule,
        count(*) AS broken
    FROM report
    ANTI JOIN load ON report.load_number = load.load_number
    UNION ALL
    SELECT
        'items of no report' AS broken_rule,
        count(*) AS broken
    FROM part
    ANTI JOIN report ON part.report_key = report.report_key
)

SELECT
    broken_rule,
    broken
FROM rule
WHERE broken > 0
