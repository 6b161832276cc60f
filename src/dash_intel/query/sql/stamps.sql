-- One row a tag on more than $share of the recognised reports, where these are $fewest or more.
WITH recognised AS (
    SELECT report_key
    FROM report
    WHERE template <> 'unrecognised' AND is_newest
),

total AS (
    SELECT count(*) AS reports
    FROM recognised
    HAVING count(*) >= $fewest
),

frequent AS (
    SELECT tag.name
    FROM tag
    CROSS JOIN total
    GROUP BY tag.name
    HAVING count(*) > $share * any_value(total.reports) -- noqa: RF02
),

tagged AS (
    SELECT DISTINCT
        tag.name,
        tag.report_key
    FROM tag
    SEMI JOIN frequent ON tag.name = frequent.name
    SEMI JOIN recognised ON tag.report_key = recognised.report_key
)

SELECT tagged.name
FROM tagged
CROSS JOIN total
GROUP BY tagged.name
HAVING count(*) > $share * any_value(total.reports) -- noqa: RF02
