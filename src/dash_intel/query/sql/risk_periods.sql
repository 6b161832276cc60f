-- One row a month of reports that state a risk: how many do, and how many reach impact 4.
WITH inside AS (
    SELECT area.place
    FROM area
    WHERE area.kind = $kind AND area.code = $code
),

told AS (
    SELECT
        risk_in_force.report_key,
        max(risk_in_force.impact_level) AS impact_level
    FROM risk_in_force
    WHERE
        risk_in_force.is_risk
        AND (NOT $has_category OR risk_in_force.category = $category) --noqa: RF02
        AND (
            NOT $has_area --noqa: RF02
            OR (
                risk_in_force.place IN (SELECT inside.place FROM inside)
                AND risk_in_force.report_key IN (
                    SELECT counted_place.report_key
                    FROM counted_place
                    WHERE counted_place.place IN (SELECT inside.place FROM inside)
                )
            )
        )
    GROUP BY risk_in_force.report_key
),

monthly AS (
    SELECT
        chosen.unit,
        date_trunc('month', chosen.published_on)::DATE AS started_on,
        max(told.impact_level) AS impact_level
    FROM told
    INNER JOIN chosen ON told.report_key = chosen.report_key
    WHERE chosen.published_on BETWEEN $since AND $until --noqa: RF02
    GROUP BY ALL
)

SELECT
    monthly.started_on,
    count(*) AS reports,
    count(*) FILTER (WHERE monthly.impact_level >= 4) AS high
FROM monthly
GROUP BY monthly.started_on
ORDER BY monthly.started_on
