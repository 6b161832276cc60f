-- One row a reading of likelihood among the risks of the period, with a name for it.
SELECT DISTINCT
    risk_judged.basis,
    risk_judged.term,
    risk_judged.low,
    risk_judged.high,
    risk_judged.is_one_of_several,
    concat_ws(
        '|',
        risk_judged.basis,
        risk_judged.term,
        risk_judged.low,
        risk_judged.high,
        risk_judged.is_one_of_several
    ) AS reading
FROM risk_judged
SEMI JOIN chosen ON risk_judged.report_key = chosen.report_key AND chosen.span = 0
