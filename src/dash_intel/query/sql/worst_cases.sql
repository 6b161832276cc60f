-- One row a worst case of the reports of the period, the newest report first.
WITH listed AS (
    SELECT
        chosen.report_key,
        chosen.unit,
        chosen.published_on,
        scenario_in_force.position
    FROM chosen
    INNER JOIN scenario_in_force ON chosen.report_key = scenario_in_force.report_key
    WHERE chosen.span = 0 AND scenario_in_force.kind = 'worst'
),

counted AS (
    SELECT count(*) AS total
    FROM listed
),

page AS (
    SELECT *
    FROM listed
    ORDER BY published_on DESC NULLS LAST, report_key ASC, position ASC
    LIMIT $at_most OFFSET $skipped
),

worst AS (
    SELECT
        page.report_key,
        page.unit,
        page.position,
        counted.total,
        scenario_in_force.scenario_id,
        scenario_in_force.is_corrected,
        scenario_in_force.basis,
        scenario_in_force.term,
        scenario_in_force.low,
        scenario_in_force.high
    FROM page
    CROSS JOIN counted
    INNER JOIN scenario_in_force
        ON
            page.report_key = scenario_in_force.report_key
            AND page.position = scenario_in_force.position
),

placed AS (
    SELECT
        counted_place.report_key,
        list(counted_place.place::VARCHAR ORDER BY counted_place.place::VARCHAR) AS places
    FROM counted_place
    SEMI JOIN worst ON counted_place.report_key = worst.report_key
    GROUP BY counted_place.report_key
)

SELECT
    worst.total,
    worst.unit,
    worst.scenario_id,
    worst.is_corrected,
    worst.basis,
    worst.term,
    worst.low,
    worst.high,
    scenario.text,
    scenario.horizon,
    state.horizon_on,
    state.probability,
    report.report_id,
    report.published_on,
    report.publisher,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title,
    coalesce(placed.places, []) AS places
FROM worst
INNER JOIN scenario
    ON worst.report_key = scenario.report_key AND worst.position = scenario.position
INNER JOIN report ON worst.report_key = report.report_key
INNER JOIN source ON worst.report_key = source.report_key AND source.position = 0
LEFT JOIN placed ON worst.report_key = placed.report_key
LEFT JOIN ledger.scenario_state AS state ON worst.scenario_id = state.scenario_id
ORDER BY report.published_on DESC NULLS LAST, worst.report_key ASC, worst.position ASC
