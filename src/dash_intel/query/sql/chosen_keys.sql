-- One row a report that is looked at in the period, in no order.
SELECT report_key
FROM chosen
WHERE span = 0
