-- One row a reason and a kind of scenario; keys of the newest of one reason.
WITH corrected AS (
    SELECT
        subject_id,
        overridden_at::DATE AS corrected_on
    FROM ledger.override
    WHERE field = 'likelihood'
),

decided AS (
    SELECT
        state.scenario_id,
        state.probability,
        state.outcome,
        state.resolved_on,
        state.horizon_on,
        state.outcome IN ('occurred', 'did_not_occur') AS is_settled,
        state.probability_at::DATE < least(
            state.resolved_on, state.first_resolved_at::DATE
        ) AS is_early,
        coalesce(
            corrected.corrected_on >= least(state.resolved_on, state.first_resolved_at::DATE),
            FALSE
        ) AS is_corrected_late
    FROM ledger.scenario_state AS state
    LEFT JOIN corrected ON state.scenario_id = corrected.subject_id
),

held AS (
    SELECT
        scenario_in_force.report_key,
        scenario_in_force.position,
        scenario_in_force.kind,
        scenario_in_force.scenario_id,
        chosen.published_on,
        CASE
            WHEN scenario_in_force.low IS NULL OR scenario_in_force.high IS NULL THEN NULL
            WHEN scenario_in_force.basis = 'number' THEN 'number'
            WHEN scenario_in_force.basis = 'stated' THEN 'words'
        END AS said
    FROM chosen
    INNER JOIN scenario_in_force ON chosen.report_key = scenario_in_force.report_key
    WHERE chosen.span = 0
),

boundless AS (
    SELECT
        scenario.report_key,
        scenario.position
    FROM scenario
    WHERE
        scenario.horizon IS NULL
        AND (
            scenario.likelihood_low IS NOT NULL
            OR scenario.scenario_id IN (
                SELECT corrected.subject_id
                FROM corrected
                UNION ALL
                SELECT decided.scenario_id
                FROM decided
                WHERE decided.probability IS NOT NULL
            )
        )
),

told AS (
    SELECT
        held.report_key,
        held.position,
        held.kind,
        held.scenario_id,
        held.published_on,
        decided.outcome,
        decided.is_settled,
        CASE
            WHEN decided.is_early THEN 'analyst'
            WHEN
                NOT decided.is_corrected_late AND held.published_on < decided.resolved_on
                THEN held.said
        END AS basis,
        CASE
            WHEN decided.is_settled AND basis IS NOT NULL THEN 'scored' --noqa: RF03
            WHEN
                decided.is_settled AND held.said IS NOT NULL AND decided.is_corrected_late
                THEN 'corrected_late'
            WHEN decided.is_settled AND decided.probability IS NOT NULL THEN 'too_late'
            WHEN decided.is_settled AND held.said IS NULL THEN 'no_probability'
            WHEN decided.is_settled AND held.published_on IS NULL THEN 'undated'
            WHEN decided.is_settled THEN 'too_late'
            WHEN decided.outcome IS NOT NULL THEN decided.outcome
            WHEN decided.probability IS NULL AND held.said IS NULL THEN 'no_probability'
            WHEN decided.horizon_on < $today THEN 'due' -- noqa: RF02
            WHEN decided.horizon_on IS NULL AND boundless.report_key IS NOT NULL THEN 'no_horizon'
            ELSE 'open'
        END AS reason
    FROM held
    LEFT JOIN decided ON held.scenario_id = decided.scenario_id
    LEFT JOIN boundless
        ON held.report_key = boundless.report_key AND held.position = boundless.position
)

SELECT
    reason,
    kind,
    count(*) AS scenarios,
    count(*) FILTER (WHERE is_settled) AS settled,
    count(*) FILTER (WHERE outcome = 'occurred') AS occurred,
    max(
        {
            'published_on': coalesce(published_on, '0001-01-01'::DATE),
            'later': -report_key,
            'last': -position,
            'basis': basis
        },
        $at_most
    ) FILTER (WHERE reason = $reason) AS listed -- noqa: RF02
FROM told
GROUP BY reason, kind
ORDER BY reason ASC, kind ASC
