-- What follows from the build alone, in memory beside it, made when it is first asked for.

-- A place is an ISO 3166 alpha-3 code, or ~ and the key of a region that a report names itself.
-- kind is country, region (UN M49) or group; code is an ISO 3166 alpha-3, an M49 code or a key.
-- One row a place in an area; a country is an area of its own.
CREATE TABLE derived.area (kind VARCHAR NOT NULL, code VARCHAR NOT NULL, place VARCHAR NOT NULL);

-- is_actor where more than half of the mentions are of the state as an actor.
-- A region that a report names itself is primary where its head names it.
-- One row a place that a newest revision speaks of, as it was read.
CREATE VIEW derived.place_as_read AS
SELECT
    place.report_key,
    place.iso3 AS place,
    place.role = 'primary' AS is_primary,
    2 * place.actor_mentions > place.mentions AS is_actor
FROM build.place
INNER JOIN build.report ON place.report_key = report.report_key
WHERE report.superseded_in IS NULL AND report.template <> 'unrecognised'
UNION ALL
SELECT
    named_region.report_key,
    '~' || named_region.key AS place,
    len(
        list_filter(
            named_region.spans_start,
            lambda one: --noqa
            (one >= report.title_start AND one < report.title_end) --noqa
            OR (one >= report.headline_start AND one < report.headline_end) --noqa
            OR (one >= report.bluf_start AND one < report.bluf_end) --noqa
        )
    ) > 0 AS is_primary,
    FALSE AS is_actor
FROM build.named_region
INNER JOIN build.report ON named_region.report_key = report.report_key
WHERE report.superseded_in IS NULL AND report.template <> 'unrecognised';

-- Whether a sentence states another likelihood than the one that was read by a rule, which is
-- marked then as in vocab/likelihood.py.
CREATE MACRO derived.is_one_of_several(rule) AS --noqa
coalesce(contains(rule, '.several@'), FALSE);

-- Whether one likelihood is stated, in words or figures.
CREATE MACRO derived.states_one_likelihood(basis, rule) AS --noqa
coalesce(basis IN ('stated', 'number', 'hedge'), FALSE) AND NOT derived.is_one_of_several(rule);

-- impact_level is empty where none is stated, place and category where none was read; is_judged
-- where one likelihood is stated, in words or figures.
-- One row a place and a category of a risk of a newest revision, as they were read.
CREATE VIEW derived.risk_as_read AS
WITH placed AS (
    SELECT
        risk.report_key,
        risk.position,
        risk.categories,
        risk.impact_level,
        risk.polarity <> 'opportunity' AS is_risk,
        derived.states_one_likelihood(risk.likelihood_basis, risk.likelihood_rule) AS is_judged,
        unnest(
            coalesce(
                nullif(
                    list_concat(
                        list_distinct(list_transform(risk.places, lambda one: one.iso3)), --noqa
                        list_transform(risk.named_regions, lambda one: '~' || one) --noqa
                    ),
                    []
                ),
                [NULL]
            )
        ) AS place
    FROM build.risk
    SEMI JOIN build.report ON risk.report_key = report.report_key AND report.superseded_in IS NULL
)

SELECT
    placed.report_key,
    placed.position,
    placed.place,
    placed.impact_level,
    placed.is_risk,
    placed.is_judged,
    unnest(
        coalesce(nullif(list_transform(placed.categories, lambda one: one.key), []), [NULL]) --noqa
    ) AS category
FROM placed;

-- One row a report whose places, or whose tags, somebody corrected.
CREATE TABLE derived.report_touched (report_key INTEGER NOT NULL, field VARCHAR NOT NULL);

-- One row a place or a tag that somebody put in place of what was read of a report.
CREATE TABLE derived.report_corrected (
    report_key INTEGER NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR NOT NULL
);

-- One row a risk that somebody corrected, or whose report's places somebody corrected.
CREATE TABLE derived.risk_touched (report_key INTEGER NOT NULL, position INTEGER NOT NULL);

-- One row a report that by_place, by_sentence and by_report.sql have not seen as it is in force.
CREATE TABLE derived.report_changed (report_key INTEGER NOT NULL);

-- One row a report that somebody put into another event, or into one of its own.
CREATE TABLE derived.event_corrected (
    report_key INTEGER NOT NULL,
    event BIGINT NOT NULL --noqa: RF04
);

-- One row a recommendation that somebody put into another group of advice, or into one of its own.
CREATE TABLE derived.advice_corrected (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL, --noqa: RF04
    group_key VARCHAR NOT NULL
);

-- One row a term of ICD 203 with its figures, shares from 0 to 1.
CREATE TABLE derived.likelihood_band (
    term VARCHAR NOT NULL,
    low DOUBLE NOT NULL,
    high DOUBLE NOT NULL
);

-- kind is risk or scenario; term is empty where somebody said that no likelihood is stated.
-- One row a risk or scenario whose likelihood somebody corrected.
CREATE TABLE derived.likelihood_corrected (
    kind VARCHAR NOT NULL,
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL, --noqa: RF04
    term VARCHAR
);

-- kind is scenario or recommendation; rejected risks are left out of risk_in_force.
-- One row an item of which somebody said that it is none.
CREATE TABLE derived.item_rejected (
    kind VARCHAR NOT NULL,
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL --noqa: RF04
);

-- basis is stated after a correction that gives a term, empty after one that takes it away.
-- is_one_of_several where the sentence states another likelihood too, and nobody corrected it.
-- One row a risk: what it says, and the likelihood that is in force.
CREATE VIEW derived.risk_judged AS
SELECT
    risk.report_key,
    risk.position,
    risk.risk_id,
    risk.text,
    risk.span_start,
    risk.likelihood_span_start,
    risk.likelihood_span_end,
    risk.places,
    likelihood_corrected.report_key IS NOT NULL AS is_corrected,
    likelihood_corrected.report_key IS NULL
    AND derived.is_one_of_several(risk.likelihood_rule) AS is_one_of_several,
    CASE
        WHEN likelihood_corrected.report_key IS NULL THEN risk.likelihood_basis
        WHEN likelihood_corrected.term IS NOT NULL THEN 'stated'
    END AS basis,
    CASE
        WHEN likelihood_corrected.report_key IS NULL THEN risk.likelihood_term
        ELSE likelihood_corrected.term
    END AS term,
    CASE
        WHEN likelihood_corrected.report_key IS NULL THEN risk.likelihood_low
        ELSE likelihood_band.low
    END AS low,
    CASE
        WHEN likelihood_corrected.report_key IS NULL THEN risk.likelihood_high
        ELSE likelihood_band.high
    END AS high
FROM build.risk
LEFT JOIN derived.likelihood_corrected
    ON
        likelihood_corrected.kind = 'risk'
        AND risk.report_key = likelihood_corrected.report_key
        AND risk.position = likelihood_corrected.position
LEFT JOIN derived.likelihood_band ON likelihood_corrected.term = likelihood_band.term;

-- basis, term, low and high as in risk_judged.
-- One row a scenario that nobody rejected.
CREATE VIEW derived.scenario_in_force AS
SELECT
    scenario.report_key,
    scenario.position,
    scenario.scenario_id,
    scenario.kind,
    likelihood_corrected.report_key IS NOT NULL AS is_corrected,
    CASE
        WHEN likelihood_corrected.report_key IS NULL THEN scenario.likelihood_basis
        WHEN likelihood_corrected.term IS NOT NULL THEN 'stated'
    END AS basis,
    CASE
        WHEN likelihood_corrected.report_key IS NULL THEN scenario.likelihood_term
        ELSE likelihood_corrected.term
    END AS term,
    CASE
        WHEN likelihood_corrected.report_key IS NULL THEN scenario.likelihood_low
        ELSE likelihood_band.low
    END AS low,
    CASE
        WHEN likelihood_corrected.report_key IS NULL THEN scenario.likelihood_high
        ELSE likelihood_band.high
    END AS high
FROM build.scenario
LEFT JOIN derived.likelihood_corrected
    ON
        likelihood_corrected.kind = 'scenario'
        AND scenario.report_key = likelihood_corrected.report_key
        AND scenario.position = likelihood_corrected.position
LEFT JOIN derived.likelihood_band ON likelihood_corrected.term = likelihood_band.term
ANTI JOIN derived.item_rejected
    ON
        item_rejected.kind = 'scenario'
        AND scenario.report_key = item_rejected.report_key
        AND scenario.position = item_rejected.position;

-- One row a recommendation of a newest revision that nobody rejected, without what says more of it.
CREATE VIEW derived.advice_kept AS
SELECT
    advice.report_key,
    advice.position,
    advice.id
FROM build.advice
ANTI JOIN derived.item_rejected
    ON
        item_rejected.kind = 'recommendation'
        AND advice.report_key = item_rejected.report_key
        AND advice.position = item_rejected.position;

-- group_key is the same for the same advice; advice that nobody else gives is a group of its own.
-- One row a recommendation of a newest revision that nobody rejected.
CREATE VIEW derived.advice_in_force AS
SELECT
    advice_kept.report_key,
    advice_kept.position,
    recommendation.recommendation_id,
    coalesce(
        advice_corrected.group_key,
        coalesce(advice_member.group_key, advice_kept.id)::VARCHAR
    ) AS group_key
FROM derived.advice_kept
INNER JOIN build.recommendation
    ON
        advice_kept.report_key = recommendation.report_key
        AND advice_kept.position = recommendation.position
LEFT JOIN build.advice_member ON advice_kept.id = advice_member.id
LEFT JOIN derived.advice_corrected
    ON
        advice_kept.report_key = advice_corrected.report_key
        AND advice_kept.position = advice_corrected.position;

-- Countries that somebody put in place of those that were read stand for them.
-- One row a country that a recommendation is about, an empty one where it is about none.
CREATE VIEW derived.advice_about AS
WITH moved AS (
    SELECT
        recommendation.report_key,
        recommendation.position,
        override.value AS places
    FROM ledger.override
    INNER JOIN build.recommendation
        ON override.subject_id = recommendation.recommendation_id
    WHERE override.field = 'place'
)

SELECT
    recommendation.report_key,
    recommendation.position,
    unnest(
        if(len(recommendation.places) = 0, [{'iso3': ''}], recommendation.places) --noqa
    ).iso3 AS place
FROM build.recommendation
ANTI JOIN moved
    ON
        recommendation.report_key = moved.report_key
        AND recommendation.position = moved.position
UNION ALL
SELECT
    report_key,
    position, --noqa: RF04
    unnest(if(len(places) = 0, [''], places)) AS place
FROM moved;

-- One row a tag of a report, as it is in force; supported is empty where nobody looked.
CREATE VIEW derived.tag_in_force AS
WITH touched AS (
    SELECT report_key
    FROM derived.report_touched
    WHERE field = 'tag'
)

SELECT
    tag.report_key,
    tag.name,
    tag.supported,
    tag.theme
FROM build.tag
ANTI JOIN touched ON tag.report_key = touched.report_key
UNION ALL
SELECT
    report_key,
    value AS name, --noqa: RF04
    NULL AS supported,
    NULL AS theme
FROM derived.report_corrected
WHERE field = 'tag';

-- What a hypothesis is known as: its own name, else its words to the first stop.
CREATE MACRO derived.known_as(label, own, words) AS left( --noqa
    trim(
        CASE
            WHEN len(label) > 2 THEN label
            WHEN len(own) > 0 THEN own
            ELSE
                string_split(
                    string_split(
                        string_split(
                            string_split(
                                string_split(
                                    string_split(
                                        ltrim(replace(left(words, 240), '**', '')) || ' ', chr(10)
                                    )[1],
                                    '. '
                                )[1],
                                ': '
                            )[1],
                            '; '
                        )[1],
                        '? '
                    )[1],
                    '! '
                )[1]
        END,
        ' *:' || chr(10)
    ),
    200
);

-- The letters and digits of a name, by which hypotheses of several reports are the same or not.
CREATE MACRO derived.folded_name(name) AS trim( --noqa
    regexp_replace(lower(name), '[^\p{L}\p{N}]+', ' ', 'g')
);
