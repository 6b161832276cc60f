-- What corrections make of what was read, anew after every decision: what was corrected before is
-- read again, then what is corrected now takes its place.
CREATE OR REPLACE TABLE derived.report_again AS
SELECT report_key
FROM derived.report_touched
WHERE field = 'place';

CREATE OR REPLACE TABLE derived.risk_again AS
SELECT
    report_key,
    position
FROM derived.risk_touched;

DELETE FROM derived.report_touched;

DELETE FROM derived.report_corrected;

DELETE FROM derived.risk_touched;

INSERT INTO derived.report_touched
SELECT
    report.report_key,
    override.field
FROM ledger.override
INNER JOIN build.report ON override.subject_id = report.document_id
WHERE override.field IN ('place', 'tag') AND report.superseded_in IS NULL;

INSERT INTO derived.report_corrected
SELECT
    report.report_key,
    override.field,
    unnest(list_distinct(override.value)) AS value --noqa: RF04
FROM ledger.override
INNER JOIN build.report ON override.subject_id = report.document_id
WHERE override.field IN ('place', 'tag') AND report.superseded_in IS NULL;

INSERT INTO derived.risk_touched
WITH moved AS (
    SELECT report_key
    FROM derived.report_touched
    WHERE field = 'place'
)

SELECT
    risk.report_key,
    risk.position
FROM build.risk
WHERE
    risk.risk_id IN (SELECT override.subject_id FROM ledger.override)
    OR risk.report_key IN (SELECT moved.report_key FROM moved);

INSERT INTO derived.report_again
SELECT report_key
FROM derived.report_touched
WHERE field = 'place';

INSERT INTO derived.risk_again
SELECT
    report_key,
    position
FROM derived.risk_touched;

DELETE FROM derived.place_in_force
WHERE report_key IN (SELECT report_again.report_key FROM derived.report_again);

INSERT INTO derived.place_in_force
WITH touched AS (
    SELECT report_key
    FROM derived.report_touched
    WHERE field = 'place'
)

SELECT
    place_as_read.report_key,
    place_as_read.place::derived.PLACE_CODE AS place,
    place_as_read.is_primary,
    place_as_read.is_actor
FROM derived.place_as_read
SEMI JOIN derived.report_again ON place_as_read.report_key = report_again.report_key
ANTI JOIN touched ON place_as_read.report_key = touched.report_key
UNION ALL
SELECT DISTINCT
    report_key,
    try_cast(value AS derived.PLACE_CODE) AS place,
    TRUE AS is_primary,
    FALSE AS is_actor
FROM derived.report_corrected
WHERE field = 'place' AND try_cast(value AS derived.PLACE_CODE) IS NOT NULL;

INSERT INTO derived.report_changed
SELECT DISTINCT report_key
FROM derived.risk_again
UNION
SELECT report_key
FROM derived.report_again
UNION
SELECT report_key
FROM derived.item_rejected;

DELETE FROM derived.risk_in_force
WHERE
    (report_key, position) IN (
        SELECT (risk_again.report_key, risk_again.position)
        FROM derived.risk_again
    );

INSERT INTO derived.risk_in_force
SELECT
    risk_as_read.report_key,
    risk_as_read.position,
    risk_as_read.place::derived.PLACE_CODE AS place,
    risk_as_read.category,
    risk_as_read.impact_level,
    risk_as_read.is_risk,
    risk_as_read.is_judged
FROM derived.risk_as_read
SEMI JOIN derived.risk_again
    ON
        risk_as_read.report_key = risk_again.report_key
        AND risk_as_read.position = risk_again.position
ANTI JOIN derived.risk_touched
    ON
        risk_as_read.report_key = risk_touched.report_key
        AND risk_as_read.position = risk_touched.position;

INSERT INTO derived.risk_in_force
WITH said AS (
    SELECT
        subject_id,
        max(value) FILTER (WHERE field = 'impact') AS impact,
        max(value) FILTER (WHERE field = 'category') AS category,
        max(value) FILTER (WHERE field = 'polarity') AS polarity,
        max(value) FILTER (WHERE field = 'place') AS countries,
        max(value) FILTER (WHERE field = 'likelihood') AS likelihood,
        bool_or(field = 'likelihood') AS is_judged_anew,
        bool_or(field = 'rejected') AS is_rejected
    FROM ledger.override
    GROUP BY subject_id
),

-- One row a report whose countries somebody corrected: what its risks without a country inherit.
moved AS (
    SELECT
        report_touched.report_key,
        list(report_corrected.value)
        FILTER (WHERE try_cast(report_corrected.value AS derived.PLACE_CODE) IS NOT NULL)
            AS countries
    FROM derived.report_touched
    LEFT JOIN derived.report_corrected
        ON
            report_touched.report_key = report_corrected.report_key
            AND report_touched.field = report_corrected.field
    WHERE report_touched.field = 'place'
    GROUP BY report_touched.report_key
),

stated AS (
    SELECT
        risk.report_key,
        risk.position,
        risk.risk_id,
        risk.polarity,
        risk.impact_level,
        derived.states_one_likelihood(risk.likelihood_basis, risk.likelihood_rule) AS is_judged,
        moved.report_key IS NOT NULL AS is_moved,
        coalesce(moved.countries, []) AS countries,
        list_transform(risk.categories, lambda one: one.key) AS categories, --noqa
        list_transform(risk.named_regions, lambda one: '~' || one) AS regions, --noqa
        list_transform(risk.places, lambda one: one.iso3) AS places, --noqa
        list_transform(
            list_filter(risk.places, lambda one: NOT one.inherited), --noqa
            lambda one: one.iso3 --noqa
        ) AS own_places
    FROM build.risk
    INNER JOIN build.report ON risk.report_key = report.report_key
    SEMI JOIN derived.risk_touched
        ON
            risk.report_key = risk_touched.report_key
            AND risk.position = risk_touched.position
    LEFT JOIN moved ON risk.report_key = moved.report_key
    WHERE report.superseded_in IS NULL
),

redone AS (
    SELECT
        stated.report_key,
        stated.position,
        coalesce(said.polarity[1], stated.polarity) <> 'opportunity' AS is_risk,
        if(said.impact IS NULL, stated.impact_level, try_cast(said.impact[1] AS TINYINT))
            AS impact_level,
        CASE
            WHEN said.is_judged_anew THEN said.likelihood[1] IS NOT NULL
            ELSE stated.is_judged
        END AS is_judged,
        coalesce(said.category, stated.categories) AS categories,
        CASE
            WHEN said.countries IS NOT NULL
                THEN list_filter(
                    said.countries,
                    lambda one: try_cast(one AS derived.PLACE_CODE) IS NOT NULL --noqa
                )
            WHEN NOT stated.is_moved THEN list_concat(stated.places, stated.regions)
            WHEN len(stated.own_places) > 0 THEN list_concat(stated.own_places, stated.regions)
            ELSE list_concat(stated.countries, stated.regions)
        END AS places
    FROM stated
    LEFT JOIN said ON stated.risk_id = said.subject_id
    WHERE NOT coalesce(said.is_rejected, FALSE)
)

SELECT
    redone.report_key,
    redone.position,
    placed.place::derived.PLACE_CODE AS place,
    sorted.category,
    redone.impact_level,
    redone.is_risk,
    redone.is_judged
FROM redone
LEFT JOIN LATERAL (SELECT unnest(list_distinct(redone.places)) AS place) AS placed ON TRUE --noqa
LEFT JOIN LATERAL (SELECT unnest(redone.categories) AS category) AS sorted ON TRUE; --noqa

DELETE FROM derived.likelihood_corrected;

INSERT INTO derived.likelihood_corrected
WITH judged AS (
    SELECT
        subject_id,
        value[1] AS term
    FROM ledger.override
    WHERE field = 'likelihood'
)

SELECT
    'risk' AS kind,
    risk.report_key,
    risk.position,
    judged.term
FROM build.risk
INNER JOIN judged ON risk.risk_id = judged.subject_id
UNION ALL
SELECT
    'scenario' AS kind,
    scenario.report_key,
    scenario.position,
    judged.term
FROM build.scenario
INNER JOIN judged ON scenario.scenario_id = judged.subject_id;

DELETE FROM derived.item_rejected;

INSERT INTO derived.item_rejected
WITH rejected AS (
    SELECT subject_id
    FROM ledger.override
    WHERE field = 'rejected'
)

SELECT
    'scenario' AS kind,
    scenario.report_key,
    scenario.position
FROM build.scenario
SEMI JOIN rejected ON scenario.scenario_id = rejected.subject_id
UNION ALL
SELECT
    'recommendation' AS kind,
    recommendation.report_key,
    recommendation.position
FROM build.recommendation
SEMI JOIN rejected ON recommendation.recommendation_id = rejected.subject_id;

INSERT INTO derived.report_changed
SELECT DISTINCT report_key
FROM derived.item_rejected;

DELETE FROM derived.advice_corrected;

-- One row a recommendation that somebody put into another group, or into one of its own: it is
-- followed to the one that it goes with in the end; a ring is a group of its own.
INSERT INTO derived.advice_corrected
WITH RECURSIVE given AS (
    SELECT
        recommendation.recommendation_id AS id,
        recommendation.report_key,
        recommendation.position,
        coalesce(advice_member.group_key, advice.id)::VARCHAR AS group_key
    FROM build.recommendation
    INNER JOIN build.advice
        ON
            recommendation.report_key = advice.report_key
            AND recommendation.position = advice.position
    LEFT JOIN build.advice_member ON advice.id = advice_member.id
    WHERE
        recommendation.recommendation_id IN (
            SELECT override.subject_id
            FROM ledger.override
            WHERE override.field = 'group'
            UNION ALL
            SELECT override.value[1]
            FROM ledger.override
            WHERE override.field = 'group'
        )
),

goes_with AS (
    SELECT
        override.subject_id AS id,
        override.value[1] AS other
    FROM ledger.override
    INNER JOIN given AS one ON override.subject_id = one.id
    LEFT JOIN given AS other ON override.value[1] = other.id
    WHERE override.field = 'group' AND (len(override.value) = 0 OR other.id IS NOT NULL)
),

way AS (
    SELECT
        goes_with.id,
        goes_with.id AS reached
    FROM goes_with
    UNION
    SELECT
        way.id,
        goes_with.other AS reached
    FROM way
    INNER JOIN goes_with ON way.reached = goes_with.id
    WHERE goes_with.other IS NOT NULL
),

-- One row a recommendation that is corrected: the end of its way, alone or in a group as read.
ended AS (
    SELECT
        way.id,
        CASE
            WHEN goes_with.id IS NULL THEN given.group_key
            ELSE way.reached
        END AS group_key
    FROM way
    INNER JOIN given ON way.reached = given.id
    LEFT JOIN goes_with ON way.reached = goes_with.id
    WHERE goes_with.id IS NULL OR goes_with.other IS NULL
),

-- One row a recommendation whose way is a ring, or leads into one: the ring's first.
ringed AS (
    SELECT
        way.id,
        min(way.reached) AS group_key
    FROM way
    ANTI JOIN ended ON way.id = ended.id
    WHERE
        EXISTS (
            SELECT 1
            FROM goes_with
            INNER JOIN way AS further ON goes_with.other = further.id
            WHERE goes_with.id = way.reached AND further.reached = way.reached
        )
    GROUP BY way.id
)

SELECT
    given.report_key,
    given.position,
    coalesce(ended.group_key, ringed.group_key) AS group_key
FROM goes_with
INNER JOIN given ON goes_with.id = given.id
LEFT JOIN ended ON goes_with.id = ended.id
LEFT JOIN ringed ON goes_with.id = ringed.id;
