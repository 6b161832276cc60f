-- One row a report whose event somebody corrected: the key of the report that it goes with, empty
-- where it stands alone or that is not here, and the event that was read of it and of that one.
WITH newest AS (
    SELECT
        report.report_key,
        report.document_id,
        event_member.group_key
    FROM build.report
    LEFT JOIN build.event_wording ON report.report_key = event_wording.report_key
    LEFT JOIN build.event_member ON event_wording.id = event_member.id
    WHERE report.superseded_in IS NULL
)

SELECT
    one.report_key,
    other.report_key AS other_key,
    coalesce(other.group_key, other.report_key) AS other_event
FROM ledger.override
INNER JOIN newest AS one ON override.subject_id = one.document_id
LEFT JOIN newest AS other ON override.value[1] = other.document_id
WHERE override.field = 'event' AND (len(override.value) = 0 OR other.report_key IS NOT NULL)
