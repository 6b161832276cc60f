-- One row a matched report that states a risk of one of the categories.
SELECT
    matched.report_key,
    matched.published_on,
    matched.event
FROM matched
WHERE
    matched.report_key IN (
        SELECT risk_in_force.report_key
        FROM risk_in_force
        WHERE
            list_contains($categories, risk_in_force.category) -- noqa: RF02
            AND risk_in_force.is_risk
    )
