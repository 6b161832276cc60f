-- One row two pieces of advice that contradict each other, one of the period at least and none
-- rejected, the most alike first, part by part.
WITH rejected AS (
    SELECT subject_id
    FROM ledger.override
    WHERE field = 'rejected'
),

met AS (
    SELECT
        advice_conflict.one_id,
        advice_conflict.other_id,
        advice_conflict.countries,
        advice_conflict.similarity,
        count(*) OVER () AS total
    FROM advice_conflict
    ANTI JOIN rejected AS one ON advice_conflict.one_id = one.subject_id
    ANTI JOIN rejected AS other ON advice_conflict.other_id = other.subject_id
    WHERE
        advice_conflict.one_key IN (SELECT tracked.report_key FROM tracked)
        OR advice_conflict.other_key IN (SELECT tracked.report_key FROM tracked)
    ORDER BY
        advice_conflict.similarity DESC,
        advice_conflict.one_id ASC,
        advice_conflict.other_id ASC
    LIMIT $at_most OFFSET $skipped
)

SELECT
    one_id,
    other_id,
    countries,
    similarity,
    total
FROM met
ORDER BY similarity DESC, one_id ASC, other_id ASC
