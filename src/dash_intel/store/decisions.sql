-- What people decided, beside the attached build, in force after one event of the ledger.
-- Ids join those of the build, which need not have them any more. Times are UTC.
-- changed_at, changed_by, report_id and report_revision are those of the last event on the subject;
-- is_invented says that it, or a part of what holds now, was invented for trying out.

-- One row: the number of the event that the other tables follow.
CREATE TABLE ledger.ledger_revision (revision INTEGER NOT NULL);

-- One row a recommendation that anything was decided about.
CREATE TABLE ledger.recommendation_state (
    recommendation_id VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    is_open BOOLEAN NOT NULL,
    status_since TIMESTAMP,
    reason VARCHAR,
    successor_id VARCHAR,
    owner VARCHAR,
    addressee VARCHAR,
    priority VARCHAR,
    due_on DATE,
    done_on DATE,
    evidence VARCHAR,
    links VARCHAR[] NOT NULL,
    note VARCHAR,
    revision INTEGER NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL,
    report_id VARCHAR,
    report_revision INTEGER,
    is_invented BOOLEAN NOT NULL
);

-- probability is a share from 0 to 1.
-- One row a scenario that anything was decided about.
CREATE TABLE ledger.scenario_state (
    scenario_id VARCHAR NOT NULL,
    horizon_on DATE,
    probability DOUBLE,
    probability_at TIMESTAMP,
    basis VARCHAR,
    drivers VARCHAR[] NOT NULL,
    indicators VARCHAR[] NOT NULL,
    triggers VARCHAR[] NOT NULL,
    outcome VARCHAR,
    resolved_on DATE,
    first_resolved_at TIMESTAMP,
    resolver VARCHAR,
    evidence VARCHAR,
    reason VARCHAR,
    note VARCHAR,
    revision INTEGER NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL,
    report_id VARCHAR,
    report_revision INTEGER,
    is_invented BOOLEAN NOT NULL
);

-- mark is not_seen, emerging or observed; seen_on and evidence are there unless it is not_seen.
-- indicator has its words, of a trigger that no report has any more the key only.
-- One row an indicator of a scenario that somebody marked.
CREATE TABLE ledger.signpost_state (
    scenario_id VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL,
    mark VARCHAR NOT NULL,
    seen_on DATE,
    evidence VARCHAR,
    marked_by VARCHAR NOT NULL,
    marked_at TIMESTAMP NOT NULL,
    revision INTEGER NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL,
    report_id VARCHAR,
    report_revision INTEGER,
    is_invented BOOLEAN NOT NULL
);

-- document_id is empty where the question is no report's.
-- One row a matrix of competing hypotheses.
CREATE TABLE ledger.matrix_state (
    matrix_id VARCHAR NOT NULL,
    question VARCHAR NOT NULL,
    document_id VARCHAR,
    hypotheses VARCHAR[] NOT NULL,
    evidence VARCHAR[] NOT NULL,
    revision INTEGER NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL,
    report_id VARCHAR,
    report_revision INTEGER,
    is_invented BOOLEAN NOT NULL
);

-- An empty value says that there is nothing to read.
-- One row a reading that was corrected.
CREATE TABLE ledger.override (
    subject_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR[] NOT NULL,
    reason VARCHAR NOT NULL,
    overridden_by VARCHAR NOT NULL,
    overridden_at TIMESTAMP NOT NULL,
    revision INTEGER NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL,
    report_id VARCHAR,
    report_revision INTEGER,
    is_invented BOOLEAN NOT NULL
);

-- One row a note.
CREATE TABLE ledger.note (
    subject_id VARCHAR NOT NULL,
    note_id VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    noted_by VARCHAR NOT NULL,
    noted_at TIMESTAMP NOT NULL,
    revision INTEGER NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL,
    report_id VARCHAR,
    report_revision INTEGER,
    is_invented BOOLEAN NOT NULL
);

-- report_id and report_revision are what was read.
-- One row a document that somebody marked as read.
CREATE TABLE ledger.reviewed (
    document_id VARCHAR NOT NULL,
    reviewed_by VARCHAR NOT NULL,
    reviewed_at TIMESTAMP NOT NULL,
    revision INTEGER NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL,
    report_id VARCHAR,
    report_revision INTEGER,
    is_invented BOOLEAN NOT NULL
);

-- One row an aspect of a subject that anything is decided about.
CREATE VIEW ledger.decided AS
SELECT
    'recommendation' AS aspect,
    recommendation_id AS subject_id,
    changed_at,
    changed_by,
    report_id,
    report_revision
FROM ledger.recommendation_state
UNION ALL
SELECT
    'scenario' AS aspect,
    scenario_id AS subject_id,
    changed_at,
    changed_by,
    report_id,
    report_revision
FROM ledger.scenario_state
UNION ALL
SELECT DISTINCT
    'signpost' AS aspect,
    scenario_id AS subject_id,
    changed_at,
    changed_by,
    report_id,
    report_revision
FROM ledger.signpost_state
UNION ALL
SELECT
    'matrix' AS aspect,
    document_id AS subject_id,
    changed_at,
    changed_by,
    report_id,
    report_revision
FROM ledger.matrix_state
WHERE document_id IS NOT NULL
UNION ALL
SELECT DISTINCT
    'override' AS aspect,
    subject_id,
    changed_at,
    changed_by,
    report_id,
    report_revision
FROM ledger.override
UNION ALL
SELECT DISTINCT
    'note' AS aspect,
    subject_id,
    changed_at,
    changed_by,
    report_id,
    report_revision
FROM ledger.note
UNION ALL
SELECT
    'review' AS aspect,
    document_id AS subject_id,
    changed_at,
    changed_by,
    report_id,
    report_revision
FROM ledger.reviewed;
