-- One row two recommendations that contradict each other, the most alike first.
SELECT
    advice_conflict.one_id,
    one_report.report_id AS one_report_id,
    one_report.published_on AS one_on,
    one.text AS one_text,
    advice_conflict.other_id,
    other_report.report_id AS other_report_id,
    other_report.published_on AS other_on,
    other.text AS other_text,
    advice_conflict.countries,
    advice_conflict.similarity
FROM advice_conflict
INNER JOIN recommendation AS one
    ON
        advice_conflict.one_key = one.report_key
        AND advice_conflict.one_id = one.recommendation_id
INNER JOIN recommendation AS other
    ON
        advice_conflict.other_key = other.report_key
        AND advice_conflict.other_id = other.recommendation_id
INNER JOIN report AS one_report ON advice_conflict.one_key = one_report.report_key
INNER JOIN report AS other_report ON advice_conflict.other_key = other_report.report_key
ORDER BY
    advice_conflict.similarity DESC,
    advice_conflict.one_id ASC,
    advice_conflict.other_id ASC
LIMIT $at_most
