-- One row a likelihood that risks state, in the period or not.
SELECT
    risk_reading,
    basis,
    term,
    low,
    high,
    is_one_of_several
FROM risk_reading
