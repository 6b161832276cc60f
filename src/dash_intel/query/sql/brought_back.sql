-- One row a recommendation of $ids, as the newest revision that holds it has it.
SELECT
    recommendation.recommendation_id,
    recommendation.text,
    recommendation.addressee,
    report.report_id,
    report.revision,
    report.published_on,
    report.is_newest
FROM recommendation
INNER JOIN report ON recommendation.report_key = report.report_key
WHERE recommendation.recommendation_id IN (SELECT unnest($ids))
QUALIFY
    row_number() OVER (
        PARTITION BY recommendation.recommendation_id
        ORDER BY report.is_newest DESC, report.revision DESC, report.report_key DESC
    ) = 1
