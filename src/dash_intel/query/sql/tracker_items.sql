-- One row a recommendation of $reports at $positions, in their order, with all that is known of it.
WITH wanted AS (
    SELECT
        unnest($reports)::INTEGER AS report_key,
        unnest($positions)::INTEGER AS position, -- noqa: RF04
        generate_subscripts($reports, 1) AS place
),

keyed AS (
    SELECT
        report_key,
        position, -- noqa: RF04
        group_key
    FROM advice_in_force
    WHERE report_key IN (SELECT wanted.report_key FROM wanted)
),

-- One row an id of wordings in the groups of these; a wording alone is a group of its own.
worded AS (
    SELECT
        keyed.group_key,
        advice_member.id
    FROM keyed
    INNER JOIN advice_member ON keyed.group_key = advice_member.group_key::VARCHAR
    UNION
    SELECT
        group_key,
        try_cast(group_key AS BIGINT) AS id
    FROM keyed
),

member AS (
    SELECT
        worded.group_key,
        advice.report_key,
        advice.position
    FROM worded
    INNER JOIN advice ON worded.id = advice.id
    ANTI JOIN advice_corrected
        ON
            advice.report_key = advice_corrected.report_key
            AND advice.position = advice_corrected.position
    UNION
    SELECT
        keyed.group_key,
        advice_corrected.report_key,
        advice_corrected.position
    FROM keyed
    INNER JOIN advice_corrected ON keyed.group_key = advice_corrected.group_key
),

grouped AS (
    SELECT
        member.group_key,
        count(DISTINCT member.report_key) AS reports,
        min(report_read.published_on) AS first_on,
        max(report_read.published_on) AS last_on
    FROM member
    INNER JOIN report_read ON member.report_key = report_read.report_key
    ANTI JOIN item_rejected
        ON
            item_rejected.kind = 'recommendation'
            AND member.report_key = item_rejected.report_key
            AND member.position = item_rejected.position
    GROUP BY member.group_key
),

placed AS (
    SELECT
        place_in_force.report_key,
        list_sort(list(DISTINCT area.code)) AS regions
    FROM place_in_force
    INNER JOIN area ON place_in_force.place = area.place AND area.kind = 'region'
    WHERE
        place_in_force.is_primary
        AND place_in_force.report_key IN (SELECT wanted.report_key FROM wanted)
    GROUP BY place_in_force.report_key
)

SELECT
    recommendation.recommendation_id,
    recommendation.text,
    recommendation.instrument,
    recommendation.horizon,
    report.report_id,
    report.published_on,
    report.publisher,
    state.owner,
    state.priority,
    state.due_on,
    state.done_on,
    state.reason,
    state.evidence,
    state.note,
    state.successor_id,
    state.links,
    keyed.group_key,
    grouped.reports AS group_reports,
    grouped.first_on,
    grouped.last_on,
    placed.regions,
    tracked.status,
    tracked.is_overdue,
    tracked.is_due_soon,
    tracked.is_stale,
    tracked.is_recurring,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title,
    coalesce(state.addressee, recommendation.addressee) AS addressee,
    coalesce(state.revision, 0) AS revision,
    coalesce(state.is_invented, FALSE) AS is_invented
FROM wanted
INNER JOIN recommendation
    ON
        wanted.report_key = recommendation.report_key
        AND wanted.position = recommendation.position
INNER JOIN tracked
    ON wanted.report_key = tracked.report_key AND wanted.position = tracked.position
INNER JOIN report ON wanted.report_key = report.report_key
INNER JOIN source ON wanted.report_key = source.report_key AND source.position = 0
INNER JOIN keyed
    ON wanted.report_key = keyed.report_key AND wanted.position = keyed.position
INNER JOIN grouped ON keyed.group_key = grouped.group_key
LEFT JOIN placed ON wanted.report_key = placed.report_key
LEFT JOIN ledger.recommendation_state AS state
    ON recommendation.recommendation_id = state.recommendation_id
ORDER BY wanted.place
