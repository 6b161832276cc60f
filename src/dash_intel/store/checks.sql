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

told AS (
    SELECT
        recommendation.report_key,
        recommendation.position
    FROM recommendation
    SEMI JOIN report
        ON recommendation.report_key = report.report_key AND report.is_newest
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
    UNION ALL
    SELECT
        'advice of no recommendation of a newest revision' AS broken_rule,
        count(*) AS broken
    FROM advice
    ANTI JOIN told
        ON advice.report_key = told.report_key AND advice.position = told.position
    UNION ALL
    SELECT
        'recommendations of newest revisions in no wording' AS broken_rule,
        count(*) AS broken
    FROM recommendation
    SEMI JOIN report ON recommendation.report_key = report.report_key AND report.is_newest
    ANTI JOIN advice
        ON
            recommendation.report_key = advice.report_key
            AND recommendation.position = advice.position
    UNION ALL
    SELECT
        'grouped advice that nobody gives' AS broken_rule,
        count(*) AS broken
    FROM advice_member
    ANTI JOIN advice ON advice_member.id = advice.id
    UNION ALL
    SELECT
        'reports in events that are no newest revision' AS broken_rule,
        count(*) AS broken
    FROM event_wording
    ANTI JOIN report ON event_wording.report_key = report.report_key AND report.is_newest
    UNION ALL
    SELECT
        'reports in more than one event' AS broken_rule,
        count(*) - count(DISTINCT id) AS broken
    FROM event_member
)

SELECT
    broken_rule,
    broken
FROM rule
WHERE broken > 0
