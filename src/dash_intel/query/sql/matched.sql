-- One row a report that all filters but the period leave, dated or not; event is what it tells of.
-- noqa: disable=RF02,RF04
SELECT
    report.report_key,
    report.published_on,
    coalesce(event_corrected.event, event_member.group_key, report.report_key) AS event
FROM report
LEFT JOIN event_wording ON report.report_key = event_wording.report_key
LEFT JOIN event_member ON event_wording.id = event_member.id
LEFT JOIN event_corrected ON report.report_key = event_corrected.report_key
WHERE
    report.superseded_in IS NULL
    AND report.template <> 'unrecognised'
    AND NOT list_has_any(report.flags, $without)
    AND (NOT $has_text OR report.report_key IN (SELECT found.report_key FROM found))
    AND (len($publishers) = 0 OR list_contains($publishers, report.publisher))
    AND (
        len($confidences) = 0
        OR list_contains($confidences, coalesce(report.confidence, 'not_stated'))
    )
    AND (
        len($places) = 0
        OR report.report_key IN (
            SELECT place_in_force.report_key
            FROM place_in_force
            WHERE
                list_contains($places, place_in_force.place)
                AND (place_in_force.is_primary OR NOT $is_primary)
                AND NOT ($hides_actors AND place_in_force.is_actor)
        )
    )
    AND (
        len($tags) = 0
        OR report.report_key IN (
            SELECT tag_in_force.report_key
            FROM tag_in_force
            WHERE list_contains($tags, tag_in_force.name)
        )
    )
    AND (
        len($categories) = 0
        OR report.report_key IN (
            SELECT risk_in_force.report_key
            FROM risk_in_force
            WHERE list_contains($categories, risk_in_force.category) AND risk_in_force.is_risk
        )
    )
    AND (
        len($techniques) = 0
        OR report.report_key IN (
            SELECT technique.report_key
            FROM technique
            WHERE list_contains($techniques, technique.name)
        )
    )
