-- One row: how much the loads up to $until_load brought, of each report its then newest revision.
WITH brought AS (
    SELECT
        report_key,
        template,
        publisher,
        published_on,
        flags
    FROM report
    WHERE
        load_number <= $until_load
        AND (superseded_in IS NULL OR superseded_in > $until_load)
),

recognised AS (
    SELECT
        report_key,
        publisher,
        published_on,
        flags
    FROM brought
    WHERE template <> 'unrecognised'
),

total AS (
    SELECT
        count(*) AS reports,
        count(DISTINCT publisher) AS publishers,
        min(published_on) AS first_on,
        max(published_on) AS last_on,
        count(*) FILTER (WHERE list_contains(flags, 'sample')) AS samples
    FROM recognised
),

older AS (
    SELECT count(*) AS superseded
    FROM report
    WHERE template <> 'unrecognised' AND superseded_in <= $until_load
),

other AS (
    SELECT count(*) AS unrecognised
    FROM brought
    WHERE template = 'unrecognised'
),

recommendations AS (
    SELECT count(*) AS found
    FROM recommendation
    SEMI JOIN recognised ON recommendation.report_key = recognised.report_key
),

risks AS (
    SELECT count(*) AS found
    FROM risk
    SEMI JOIN recognised ON risk.report_key = recognised.report_key
),

scenarios AS (
    SELECT count(*) AS found
    FROM scenario
    SEMI JOIN recognised ON scenario.report_key = recognised.report_key
),

techniques AS (
    SELECT count(*) AS found
    FROM technique
    SEMI JOIN recognised ON technique.report_key = recognised.report_key
),

tags AS (
    SELECT count(DISTINCT tag.name) AS found
    FROM tag
    SEMI JOIN recognised ON tag.report_key = recognised.report_key
)

SELECT
    total.reports,
    total.samples,
    older.superseded,
    other.unrecognised,
    recommendations.found AS recommendations,
    risks.found AS risks,
    scenarios.found AS scenarios,
    techniques.found AS techniques,
    tags.found AS tags,
    total.publishers,
    total.first_on,
    total.last_on
FROM total
CROSS JOIN older
CROSS JOIN other
CROSS JOIN recommendations
CROSS JOIN risks
CROSS JOIN scenarios
CROSS JOIN techniques
CROSS JOIN tags
