-- One row an impact level of the period's risk sentences, empty where none is stated.
SELECT
    risk_sentence.impact_level,
    count(*) AS sentences
FROM risk_sentence
SEMI JOIN chosen ON risk_sentence.report_key = chosen.report_key AND chosen.span = 0
GROUP BY risk_sentence.impact_level
