-- Integer keys join inside a build and mean nothing outside it; text ids are stable everywhere.
-- Columns ..._start and ..._end are a span: offsets [start, end) in code points of report.text,
-- both empty where the report does not state the thing. position counts from 0 in text order.
-- Columns ..._spans_start and ..._spans_end are several spans: all starts, and all ends.

-- One row: what wrote this build, and the number of the build that it was copied from.
CREATE TABLE meta (
    schema_version INTEGER NOT NULL,
    program_version VARCHAR NOT NULL,
    built_on INTEGER
);

-- loaded_at is in UTC; revised are those of the added that are later revisions of a report.
-- One row a load, numbered from 1.
CREATE TABLE load (
    load_number INTEGER NOT NULL,
    loaded_at TIMESTAMP NOT NULL,
    origins VARCHAR[] NOT NULL,
    added INTEGER NOT NULL,
    known INTEGER NOT NULL,
    unrecognised INTEGER NOT NULL,
    warned INTEGER NOT NULL,
    revised INTEGER NOT NULL,
    program_version VARCHAR NOT NULL
);

-- One row a file, member or record that a load could not read, in order of arrival.
CREATE TABLE rejection (
    load_number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

-- One row a reading that an imported object declares and this reader reads otherwise.
CREATE TABLE difference (
    load_number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    message VARCHAR NOT NULL
);

-- load_number brought it first, superseded_in is the load that brought its next revision.
-- bytes_hash is the SHA-256 of the bytes that the text was first decoded from, empty where it was a
-- field of a larger file. report_key rises in order of arrival.
-- One row a report: its text as decoded, its head and its assessment.
CREATE TABLE report (
    report_key INTEGER NOT NULL,
    load_number INTEGER NOT NULL,
    superseded_in INTEGER,
    is_newest BOOLEAN GENERATED ALWAYS AS (superseded_in IS NULL) VIRTUAL,
    report_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    content_hash VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    language VARCHAR,
    template VARCHAR NOT NULL,
    profile_version VARCHAR NOT NULL,
    vocabulary_version VARCHAR NOT NULL,
    bytes_hash VARCHAR,
    flags VARCHAR[] NOT NULL,
    title VARCHAR,
    headline VARCHAR,
    publisher VARCHAR,
    published_on DATE,
    marking VARCHAR,
    bluf VARCHAR,
    confidence VARCHAR,
    title_start INTEGER,
    title_end INTEGER,
    headline_start INTEGER,
    headline_end INTEGER,
    publisher_start INTEGER,
    publisher_end INTEGER,
    published_on_start INTEGER,
    published_on_end INTEGER,
    bluf_start INTEGER,
    bluf_end INTEGER,
    confidence_start INTEGER,
    confidence_end INTEGER,
    marking_start INTEGER,
    marking_end INTEGER,
    assessment_text VARCHAR,
    assessment_span_start INTEGER,
    assessment_span_end INTEGER,
    assessment_heading_start INTEGER,
    assessment_heading_end INTEGER,
    missing VARCHAR[] NOT NULL
);

-- load_number found it there.
-- One row a place that a report's text came from, in order of arrival.
CREATE TABLE source (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    source VARCHAR NOT NULL,
    load_number INTEGER NOT NULL,
    bytes_hash VARCHAR
);

-- One row a section that was found.
CREATE TABLE section (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    key VARCHAR NOT NULL,
    heading_start INTEGER NOT NULL,
    heading_end INTEGER NOT NULL,
    body_start INTEGER NOT NULL,
    body_end INTEGER NOT NULL
);

-- One row a technique that a report names.
CREATE TABLE technique (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    family VARCHAR,
    match VARCHAR NOT NULL,
    as_written VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    heading_start INTEGER,
    heading_end INTEGER,
    rule VARCHAR
);

-- One row a competing hypothesis.
CREATE TABLE hypothesis (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    label VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    preferred BOOLEAN,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    heading_start INTEGER,
    heading_end INTEGER
);

-- One row a key assumption, red flag, gap or bias.
CREATE TABLE assumption (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    heading_start INTEGER,
    heading_end INTEGER
);

-- likelihood_low and likelihood_high are shares from 0 to 1, impact_level is 1 to 5.
-- One row a sentence or labelled bullet of Implications and Strategic Risks.
CREATE TABLE risk (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    risk_id VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    label VARCHAR,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    polarity VARCHAR NOT NULL,
    categories STRUCT(
        "key" VARCHAR,
        words VARCHAR[],
        spans_start INTEGER[],
        spans_end INTEGER[],
        rule VARCHAR
    )[] NOT NULL,
    likelihood_basis VARCHAR,
    likelihood_term VARCHAR,
    likelihood_low DOUBLE,
    likelihood_high DOUBLE,
    likelihood_yardstick VARCHAR,
    likelihood_span_start INTEGER,
    likelihood_span_end INTEGER,
    likelihood_rule VARCHAR,
    impact_level INTEGER,
    impact_words VARCHAR[],
    impact_spans_start INTEGER[],
    impact_spans_end INTEGER[],
    impact_rule VARCHAR,
    places STRUCT(
        iso3 VARCHAR, inherited BOOLEAN, spans_start INTEGER[], spans_end INTEGER[]
    )[] NOT NULL,
    named_regions VARCHAR[] NOT NULL,
    polarity_evidence_words VARCHAR[],
    polarity_evidence_spans_start INTEGER[],
    polarity_evidence_spans_end INTEGER[],
    polarity_evidence_rule VARCHAR,
    heading_start INTEGER,
    heading_end INTEGER
);

-- One row a piece of advice.
CREATE TABLE recommendation (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    recommendation_id VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    horizon VARCHAR,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    instrument VARCHAR,
    addressee VARCHAR,
    instrument_evidence_words VARCHAR[],
    instrument_evidence_spans_start INTEGER[],
    instrument_evidence_spans_end INTEGER[],
    instrument_evidence_rule VARCHAR,
    addressee_evidence_words VARCHAR[],
    addressee_evidence_spans_start INTEGER[],
    addressee_evidence_spans_end INTEGER[],
    addressee_evidence_rule VARCHAR,
    places STRUCT(
        iso3 VARCHAR, inherited BOOLEAN, spans_start INTEGER[], spans_end INTEGER[]
    )[] NOT NULL,
    heading_start INTEGER,
    heading_end INTEGER
);

-- One row a future that a report describes.
CREATE TABLE scenario (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    scenario_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    label VARCHAR,
    text VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    likelihood_basis VARCHAR,
    likelihood_term VARCHAR,
    likelihood_low DOUBLE,
    likelihood_high DOUBLE,
    likelihood_yardstick VARCHAR,
    likelihood_span_start INTEGER,
    likelihood_span_end INTEGER,
    likelihood_rule VARCHAR,
    horizon VARCHAR,
    places STRUCT(
        iso3 VARCHAR, inherited BOOLEAN, spans_start INTEGER[], spans_end INTEGER[]
    )[] NOT NULL,
    heading_start INTEGER,
    heading_end INTEGER
);

-- One row a trigger of a scenario; scenario is the scenario's position.
CREATE TABLE scenario_trigger (
    report_key INTEGER NOT NULL,
    scenario INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    heading_start INTEGER,
    heading_end INTEGER
);

-- One row an item of a brief.
CREATE TABLE insight (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    category VARCHAR NOT NULL,
    code VARCHAR,
    confidence VARCHAR,
    text VARCHAR NOT NULL,
    credibility VARCHAR,
    coherence VARCHAR,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    heading_start INTEGER,
    heading_end INTEGER
);

-- One row a category of a brief, each time that it stands there.
CREATE TABLE brief_section (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    category VARCHAR NOT NULL,
    sentiment VARCHAR,
    policy_relevance VARCHAR,
    sentiment_span_start INTEGER,
    sentiment_span_end INTEGER,
    policy_span_start INTEGER,
    policy_span_end INTEGER
);

-- One row a person, organisation or place that a report lists or its body names.
CREATE TABLE entity (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR,
    role VARCHAR,
    origin VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    rule VARCHAR
);

-- One row a sentence in which a report says that it does not know or name something.
CREATE TABLE declared_gap (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    heading_start INTEGER,
    heading_end INTEGER
);

-- One row a thematic tag of a report.
CREATE TABLE tag (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    as_written VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    supported BOOLEAN,
    support_spans_start INTEGER[] NOT NULL,
    support_spans_end INTEGER[] NOT NULL,
    theme VARCHAR,
    rule VARCHAR
);

-- rules are those that read the mentions, one a span; mentions count actor_mentions too.
-- One row a country that a report speaks of.
CREATE TABLE place (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    iso3 VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    mentions INTEGER NOT NULL,
    actor_mentions INTEGER NOT NULL,
    share DOUBLE NOT NULL,
    in_title BOOLEAN NOT NULL,
    in_bluf BOOLEAN NOT NULL,
    spans_start INTEGER[] NOT NULL,
    spans_end INTEGER[] NOT NULL,
    rules VARCHAR[] NOT NULL
);

-- One row a region that a report names itself.
CREATE TABLE named_region (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    key VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    spans_start INTEGER[] NOT NULL,
    spans_end INTEGER[] NOT NULL,
    rule VARCHAR
);

-- One row a UN M49 leaf region of a report's countries.
CREATE TABLE region (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    m49 VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    role VARCHAR NOT NULL
);

-- One row a run of text that no rule claimed.
CREATE TABLE unread (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL
);

-- One row a warning about a report.
CREATE TABLE warning (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code VARCHAR NOT NULL,
    message VARCHAR NOT NULL,
    span_start INTEGER,
    span_end INTEGER
);

-- Tables of groups follow from the rest of a build and hold no words: a stem is the CRC-32 of its
-- letters. An id is a hash of what is compared, the same in every build; similarity in pairs is in
-- thousandths. Stems that are marked are those of names in advice, of headlines in events.

-- One row a recommendation of a newest revision, and what its words come to.
CREATE TABLE advice (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL,
    id BIGINT NOT NULL
);

-- part is a hash of what must be equal (countries, numbers, negation); verbs_for and verbs_against
-- have a bit an axis of opposites; lead are its lead verb's axes, less than 0 on the other side.
-- One row a piece of advice that is worded differently from all others.
CREATE TABLE advice_wording (
    id BIGINT NOT NULL,
    part UBIGINT NOT NULL,
    stems INTEGER[] NOT NULL,
    marked INTEGER[] NOT NULL,
    verbs_for UBIGINT NOT NULL,
    verbs_against UBIGINT NOT NULL,
    lead BIGINT[] NOT NULL,
    lead_stem INTEGER,
    addressee INTEGER[] NOT NULL
);

-- One row a stem of advice, and how often the corpus halves until all of it has the stem.
CREATE TABLE advice_stem (
    stem INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    is_rare BOOLEAN NOT NULL
);

-- One row two wordings of the same advice, the smaller id first.
CREATE TABLE advice_pair (
    one BIGINT NOT NULL,
    other BIGINT NOT NULL,
    similarity INTEGER NOT NULL
);

-- group_key is the smallest id of the group, similarity that to the canonical wording.
-- One row a wording in a group of several.
CREATE TABLE advice_member (
    id BIGINT NOT NULL,
    group_key BIGINT NOT NULL,
    is_canonical BOOLEAN NOT NULL,
    similarity INTEGER NOT NULL
);

-- One row two wordings with opposed verbs and the same object, the smaller id first.
CREATE TABLE advice_opposed (
    one BIGINT NOT NULL,
    other BIGINT NOT NULL,
    similarity INTEGER NOT NULL
);

-- One row a newest revision that may be part of an event: dated, with a primary country.
CREATE TABLE event_wording (
    id BIGINT NOT NULL,
    report_key INTEGER NOT NULL,
    day INTEGER NOT NULL,
    countries VARCHAR[] NOT NULL,
    stems INTEGER[] NOT NULL,
    marked INTEGER[] NOT NULL,
    capitals INTEGER[] NOT NULL,
    headline_places INTEGER[] NOT NULL,
    places INTEGER[] NOT NULL,
    headed INTEGER[] NOT NULL,
    counted INTEGER[] NOT NULL,
    counts INTEGER[] NOT NULL,
    steps INTEGER[] NOT NULL,
    known_steps INTEGER[] NOT NULL
);

-- One row a stem of headlines and bottom lines, as in advice_stem.
CREATE TABLE event_stem (
    stem INTEGER NOT NULL,
    steps INTEGER NOT NULL,
    is_rare BOOLEAN NOT NULL
);

-- One row two reports that may be of one event, the smaller id first.
CREATE TABLE event_pair (
    one BIGINT NOT NULL,
    other BIGINT NOT NULL,
    similarity INTEGER NOT NULL
);

-- similarity is that to the report that is most like the others.
-- One row a report in an event of several.
CREATE TABLE event_member (
    id BIGINT NOT NULL,
    group_key BIGINT NOT NULL,
    is_canonical BOOLEAN NOT NULL,
    similarity INTEGER NOT NULL
);

-- One row a recommendation in a group of two or more of the same advice.
CREATE VIEW advice_group AS
SELECT
    recommendation.recommendation_id,
    advice.report_key,
    advice.position,
    format('same-{:016x}', coalesce(advice_member.group_key, advice.id)) AS group_id,
    coalesce(advice_member.is_canonical, TRUE) AS is_canonical,
    coalesce(advice_member.similarity, 1000) / 1000 AS similarity
FROM advice
INNER JOIN recommendation
    ON
        advice.report_key = recommendation.report_key
        AND advice.position = recommendation.position
LEFT JOIN advice_member ON advice.id = advice_member.id
QUALIFY count(*) OVER (PARTITION BY coalesce(advice_member.group_key, advice.id)) > 1;

-- One row two recommendations with opposed verbs, the same object and a country in common.
CREATE VIEW advice_conflict AS
WITH told AS (
    SELECT
        advice.id,
        advice.report_key,
        advice.position,
        recommendation.recommendation_id,
        list_transform(recommendation.places, lambda place: place.iso3) AS countries --noqa
    FROM advice
    INNER JOIN recommendation
        ON
            advice.report_key = recommendation.report_key
            AND advice.position = recommendation.position
)

SELECT
    one.recommendation_id AS one_id,
    other.recommendation_id AS other_id,
    one.report_key AS one_key,
    other.report_key AS other_key,
    list_sort(list_intersect(one.countries, other.countries)) AS countries,
    advice_opposed.similarity / 1000 AS similarity
FROM advice_opposed
INNER JOIN told AS one ON advice_opposed.one = one.id
INNER JOIN told AS other ON advice_opposed.other = other.id
WHERE list_has_any(one.countries, other.countries);

-- One row a report in an event of two or more reports.
CREATE VIEW event AS
SELECT
    event_wording.report_key,
    event_member.is_canonical,
    format('event-{:016x}', event_member.group_key) AS event_id,
    event_member.similarity / 1000 AS similarity
FROM event_member
INNER JOIN event_wording ON event_member.id = event_wording.id;
