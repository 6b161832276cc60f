-- Tables of what is in force, filled with what was read: corrected.sql changes what is corrected.
-- A place has one of few names: as one of a list it takes two bytes.
CREATE TYPE derived.PLACE_CODE AS ENUM ( -- noqa
    SELECT place
    FROM derived.area
    UNION
    SELECT place
    FROM derived.place_as_read
    UNION
    SELECT place
    FROM derived.risk_as_read
    WHERE place IS NOT NULL
);

-- event is the one that was read, or the report alone.
-- One row a recognised report in its newest revision.
CREATE TABLE derived.report_read AS
SELECT
    report.report_key,
    report.published_on,
    coalesce(event_member.group_key, report.report_key) AS event, --noqa: RF04
    report.publisher,
    coalesce(report.confidence, 'not_stated') AS confidence,
    report.flags
FROM build.report
LEFT JOIN build.event_wording ON report.report_key = event_wording.report_key
LEFT JOIN build.event_member ON event_wording.id = event_member.id
WHERE report.superseded_in IS NULL AND report.template <> 'unrecognised'
ORDER BY report.report_key;

-- One row a place that a report speaks of, as it is in force.
CREATE TABLE derived.place_in_force AS
SELECT
    report_key,
    place::derived.PLACE_CODE AS place,
    is_primary,
    is_actor
FROM derived.place_as_read
ORDER BY report_key;

-- One row a place and a category of a risk that is in force.
CREATE TABLE derived.risk_in_force AS
SELECT
    report_key,
    position,
    place::derived.PLACE_CODE AS place,
    category,
    impact_level,
    is_risk,
    is_judged
FROM derived.risk_as_read
ORDER BY report_key;

-- places are sorted.
-- One row of places that reports count for: many count for the same.
CREATE TABLE derived.place_set (
    place_set INTEGER NOT NULL,
    places derived.PLACE_CODE[] NOT NULL --noqa
);

-- One row a set of places and an area that any of them is in.
CREATE TABLE derived.area_of_set (
    place_set INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    code VARCHAR NOT NULL
);

-- Each column is a place_set: of all that it mentions, of what it is about, and of both without
-- those that it mentions as actors.
-- One row a report that speaks of any place.
CREATE TABLE derived.places_of_report (
    report_key INTEGER NOT NULL,
    mentioned INTEGER NOT NULL,
    main INTEGER NOT NULL,
    mentioned_but_actors INTEGER NOT NULL,
    main_but_actors INTEGER NOT NULL
);

-- category is '' where none was read, and empty where says holds the risks of all categories.
-- says has each place once, an empty one where none was read, with the highest impact, empty where
-- none is stated; it is sorted.
-- One row of what reports say of risks of a category: many say the same.
CREATE TABLE derived.risk_set (
    risk_set INTEGER NOT NULL,
    category VARCHAR,
    says STRUCT(place derived.PLACE_CODE, impact_level TINYINT)[] NOT NULL --noqa
);

-- One row a report and a category that it states a risk of, and one for all categories.
CREATE TABLE derived.risk_of_report (report_key INTEGER NOT NULL, risk_set INTEGER NOT NULL);

-- The fields are those of risk_judged.
-- One row a likelihood that risks are read, or corrected, to state.
CREATE TABLE derived.risk_reading (
    risk_reading INTEGER NOT NULL,
    basis VARCHAR,
    term VARCHAR,
    low DOUBLE,
    high DOUBLE,
    is_corrected BOOLEAN NOT NULL,
    is_one_of_several BOOLEAN NOT NULL
);

-- One row a risk in force, opportunities left out.
CREATE TABLE derived.risk_sentence (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL, --noqa: RF04
    impact_level TINYINT,
    risk_reading INTEGER NOT NULL
);

-- One row a country and a category of a risk.
CREATE TABLE derived.risk_cell (
    risk_cell INTEGER NOT NULL,
    place derived.PLACE_CODE NOT NULL, --noqa
    category VARCHAR NOT NULL
);

-- named are the countries that its own words name, their codes in order, '' where they name none.
-- One row a country and a category of a risk in force that states one likelihood.
CREATE TABLE derived.risk_stated (
    report_key INTEGER NOT NULL,
    position INTEGER NOT NULL, --noqa: RF04
    place derived.PLACE_CODE NOT NULL, --noqa
    risk_cell INTEGER NOT NULL,
    impact_level TINYINT,
    named VARCHAR NOT NULL
);

-- is_high where an impact reaches 4, has_risk where any risk is stated.
-- One row a recognised report in its newest revision, with how much in it is in force.
CREATE TABLE derived.report_tally (
    report_key INTEGER NOT NULL,
    has_risk BOOLEAN NOT NULL,
    is_high BOOLEAN NOT NULL,
    scenarios INTEGER NOT NULL,
    recommendations INTEGER NOT NULL
);

INSERT INTO derived.report_changed
SELECT report_key
FROM derived.report_read;

ALTER TABLE derived.area ALTER COLUMN place TYPE derived.PLACE_CODE;

-- own is empty where the heading has a letter or number only.
-- One row a hypothesis whose heading is long enough for a name beside its letter.
CREATE TABLE derived.hypothesis_headed AS
SELECT
    hypothesis.report_key,
    hypothesis.position,
    regexp_extract(
        substr(
            report.text,
            hypothesis.heading_start + 1,
            hypothesis.heading_end - hypothesis.heading_start
        ),
        '(?i)^\W*hypothesis\s*\w{1,2}\W*\s[–—:(-]+\s*\W*([^\n*]*?)[\s*:)]*$',
        1
    ) AS own
FROM build.hypothesis
INNER JOIN build.report ON hypothesis.report_key = report.report_key
WHERE len(hypothesis.label) < 3 AND hypothesis.heading_end - hypothesis.heading_start > 22;
