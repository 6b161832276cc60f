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

-- impact_level is empty where none is stated, place and category where none was read.
-- One row a place and a category of a risk of a newest revision, as they were read.
CREATE VIEW derived.risk_as_read AS
WITH placed AS (
    SELECT
        risk.report_key,
        risk.position,
        risk.categories,
        risk.impact_level,
        risk.polarity <> 'opportunity' AS is_risk,
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
