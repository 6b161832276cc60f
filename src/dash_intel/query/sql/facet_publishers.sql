-- One row a publisher: how many reports, or events, of the period have it.
-- Those of $active come first, then the most; of the others $at_most.
WITH counted AS (
    SELECT
        report_read.publisher AS value, -- noqa: RF04
        count(DISTINCT chosen.unit) AS found,
        list_contains($active, report_read.publisher) AS is_active -- noqa: RF02
    FROM report_read
    INNER JOIN chosen ON report_read.report_key = chosen.report_key
    WHERE chosen.span = 0 AND report_read.publisher IS NOT NULL
    GROUP BY report_read.publisher
)

SELECT
    value,
    found
FROM counted
QUALIFY
    is_active
    OR row_number() OVER (ORDER BY is_active DESC, found DESC, value ASC) <= $at_most -- noqa: RF02
ORDER BY is_active DESC, found DESC, value ASC
