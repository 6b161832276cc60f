-- What is kept by sentence so that a page need not gather it anew, for the reports of
-- report_changed. What sentences state alike is kept once.
CREATE OR REPLACE TEMP TABLE sentence_again AS
WITH told AS (
    SELECT DISTINCT
        risk_in_force.report_key,
        risk_in_force.position,
        risk_in_force.impact_level
    FROM derived.risk_in_force
    SEMI JOIN derived.report_changed ON risk_in_force.report_key = report_changed.report_key
    WHERE risk_in_force.is_risk
)

SELECT
    told.report_key,
    told.position,
    told.impact_level,
    risk_judged.basis,
    risk_judged.term,
    risk_judged.low,
    risk_judged.high,
    risk_judged.is_corrected,
    risk_judged.is_one_of_several
FROM told
INNER JOIN derived.risk_judged
    ON
        told.report_key = risk_judged.report_key
        AND told.position = risk_judged.position;

INSERT INTO derived.risk_reading
WITH kept AS (
    SELECT coalesce(max(risk_reading), 0) AS risk_readings
    FROM derived.risk_reading
),

missing AS (
    SELECT
        basis,
        term,
        low,
        high,
        is_corrected,
        is_one_of_several
    FROM sentence_again
    EXCEPT
    SELECT
        basis,
        term,
        low,
        high,
        is_corrected,
        is_one_of_several
    FROM derived.risk_reading
)

SELECT
    (kept.risk_readings + row_number() OVER ())::INTEGER AS risk_reading,
    missing.*
FROM missing
CROSS JOIN kept;

DELETE FROM derived.risk_sentence
WHERE report_key IN (SELECT report_changed.report_key FROM derived.report_changed);

INSERT INTO derived.risk_sentence
SELECT
    sentence_again.report_key,
    sentence_again.position,
    sentence_again.impact_level,
    risk_reading.risk_reading
FROM sentence_again
INNER JOIN derived.risk_reading
    ON
        sentence_again.basis IS NOT DISTINCT FROM risk_reading.basis
        AND sentence_again.term IS NOT DISTINCT FROM risk_reading.term
        AND sentence_again.low IS NOT DISTINCT FROM risk_reading.low
        AND sentence_again.high IS NOT DISTINCT FROM risk_reading.high
        AND sentence_again.is_corrected = risk_reading.is_corrected
        AND sentence_again.is_one_of_several = risk_reading.is_one_of_several
ORDER BY sentence_again.report_key, sentence_again.position;

CREATE OR REPLACE TEMP TABLE stated_again AS
SELECT
    risk_in_force.report_key,
    risk_in_force.position,
    risk_in_force.place,
    risk_in_force.category,
    risk_in_force.impact_level
FROM derived.risk_in_force
SEMI JOIN derived.report_changed ON risk_in_force.report_key = report_changed.report_key
WHERE
    risk_in_force.is_risk
    AND risk_in_force.is_judged
    AND risk_in_force.category IS NOT NULL
    AND risk_in_force.place NOT LIKE '~%';

INSERT INTO derived.risk_cell
WITH kept AS (
    SELECT coalesce(max(risk_cell), 0) AS risk_cells
    FROM derived.risk_cell
),

missing AS (
    SELECT DISTINCT
        stated_again.place,
        stated_again.category
    FROM stated_again
    ANTI JOIN derived.risk_cell
        ON
            stated_again.place = risk_cell.place
            AND stated_again.category = risk_cell.category
)

SELECT
    (kept.risk_cells + row_number() OVER ())::INTEGER AS risk_cell,
    missing.place,
    missing.category
FROM missing
CROSS JOIN kept;

DELETE FROM derived.risk_stated
WHERE report_key IN (SELECT report_changed.report_key FROM derived.report_changed);

INSERT INTO derived.risk_stated
SELECT
    stated_again.report_key,
    stated_again.position,
    stated_again.place,
    risk_cell.risk_cell,
    stated_again.impact_level,
    array_to_string(
        list_sort(
            list_transform(
                list_filter(risk.places, lambda one: NOT one.inherited), --noqa
                lambda one: one.iso3 --noqa
            )
        ),
        ' '
    ) AS named
FROM stated_again
INNER JOIN derived.risk_cell
    ON
        stated_again.place = risk_cell.place
        AND stated_again.category = risk_cell.category
INNER JOIN build.risk
    ON
        stated_again.report_key = risk.report_key
        AND stated_again.position = risk.position
ORDER BY stated_again.report_key, stated_again.position;

DROP TABLE sentence_again;

DROP TABLE stated_again;
