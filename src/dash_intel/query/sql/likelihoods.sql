-- One row a reading of likelihood among the risks of the period, with a name for it.
SELECT DISTINCT
    risk.likelihood_basis AS basis,
    risk.likelihood_term AS term,
    risk.likelihood_low AS low,
    risk.likelihood_high AS high,
    concat_ws(
        '|',
        risk.likelihood_basis,
        risk.likelihood_term,
        risk.likelihood_low,
        risk.likelihood_high
    ) AS reading
FROM risk
SEMI JOIN chosen ON risk.report_key = chosen.report_key AND chosen.span = 0
UNION
SELECT
    'stated' AS basis,
    corrected.term,
    corrected.low,
    corrected.high,
    concat_ws('|', 'stated', corrected.term, corrected.low, corrected.high) AS reading
FROM (
    SELECT
        unnest($terms) AS term, --noqa
        unnest($lows::DOUBLE[]) AS low, --noqa
        unnest($highs::DOUBLE[]) AS high --noqa
) AS corrected
UNION
-- What a correction to no likelihood leaves, be there a risk like it in the period or not.
SELECT
    NULL AS basis,
    NULL AS term,
    NULL AS low,
    NULL AS high,
    '' AS reading
