-- What is kept by report so that a page need not count it anew, for the reports of report_changed.
-- What they say of risks is kept once for all that say the same: many are counted as one number.
CREATE OR REPLACE TEMP TABLE risk_said AS
WITH highest AS (
    SELECT
        risk_in_force.report_key,
        coalesce(risk_in_force.category, '') AS category,
        risk_in_force.place,
        max(risk_in_force.impact_level) AS impact_level
    FROM derived.risk_in_force
    SEMI JOIN derived.report_changed ON risk_in_force.report_key = report_changed.report_key
    WHERE risk_in_force.is_risk
    GROUP BY ALL
),

every AS (
    SELECT * FROM highest
    UNION ALL
    SELECT
        highest.report_key,
        NULL AS category,
        highest.place,
        max(highest.impact_level) AS impact_level
    FROM highest
    GROUP BY highest.report_key, highest.place
)

SELECT
    every.report_key,
    every.category,
    list_sort(
        list(struct_pack(place := every.place, impact_level := every.impact_level))
    ) AS says
FROM every
GROUP BY every.report_key, every.category;

INSERT INTO derived.risk_set
WITH kept AS (
    SELECT coalesce(max(risk_set), 0) AS risk_sets
    FROM derived.risk_set
),

missing AS (
    SELECT DISTINCT
        risk_said.category,
        risk_said.says
    FROM risk_said
    ANTI JOIN derived.risk_set
        ON
            risk_said.category IS NOT DISTINCT FROM risk_set.category
            AND risk_said.says = risk_set.says
)

SELECT
    (kept.risk_sets + row_number() OVER ())::INTEGER AS risk_set,
    missing.category,
    missing.says
FROM missing
CROSS JOIN kept;

DELETE FROM derived.risk_of_report
WHERE report_key IN (SELECT report_changed.report_key FROM derived.report_changed);

INSERT INTO derived.risk_of_report
SELECT
    risk_said.report_key,
    risk_set.risk_set
FROM risk_said
INNER JOIN derived.risk_set
    ON
        risk_said.category IS NOT DISTINCT FROM risk_set.category
        AND risk_said.says = risk_set.says
ORDER BY risk_said.report_key;

DELETE FROM derived.report_tally
WHERE report_key IN (SELECT report_changed.report_key FROM derived.report_changed);

INSERT INTO derived.report_tally
WITH changed AS (
    SELECT report_read.report_key
    FROM derived.report_read
    SEMI JOIN derived.report_changed ON report_read.report_key = report_changed.report_key
),

told AS (
    SELECT
        risk_said.report_key,
        coalesce(
            list_max(list_transform(risk_said.says, lambda one: one.impact_level)) >= 4, --noqa
            FALSE
        ) AS is_high
    FROM risk_said
    WHERE risk_said.category IS NULL
),

expected AS (
    SELECT
        scenario_in_force.report_key,
        count(*) AS scenarios
    FROM derived.scenario_in_force
    SEMI JOIN changed ON scenario_in_force.report_key = changed.report_key
    GROUP BY scenario_in_force.report_key
),

advised AS (
    SELECT
        advice_kept.report_key,
        count(*) AS recommendations
    FROM derived.advice_kept
    SEMI JOIN changed ON advice_kept.report_key = changed.report_key
    GROUP BY advice_kept.report_key
)

SELECT
    changed.report_key,
    told.report_key IS NOT NULL AS has_risk,
    coalesce(told.is_high, FALSE) AS is_high,
    coalesce(expected.scenarios, 0)::INTEGER AS scenarios,
    coalesce(advised.recommendations, 0)::INTEGER AS recommendations
FROM changed
LEFT JOIN told ON changed.report_key = told.report_key
LEFT JOIN expected ON changed.report_key = expected.report_key
LEFT JOIN advised ON changed.report_key = advised.report_key
ORDER BY changed.report_key;

DELETE FROM derived.report_changed;

DROP TABLE risk_said;
