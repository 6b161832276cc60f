-- One row a report of $keys: its head, and the places where it names countries.
WITH named AS (
    SELECT
        report_key,
        list(iso3 ORDER BY iso3) FILTER (WHERE role = 'primary') AS countries,
        list(
            { 'iso3': iso3, 'spans_start': spans_start, 'spans_end': spans_end }
            ORDER BY iso3
        ) AS places
    FROM place
    WHERE report_key IN (SELECT unnest($keys)) -- noqa: RF02
    GROUP BY report_key
)

SELECT
    report.report_key,
    report.report_id,
    report.published_on,
    named.countries,
    named.places,
    report.bluf_start,
    coalesce(report.headline, report.title) AS headline,
    coalesce(report.bluf, '') AS bluf,
    CASE WHEN report.headline IS NULL THEN report.title_start ELSE report.headline_start END
        AS headline_start
FROM report
INNER JOIN named ON report.report_key = named.report_key
ORDER BY report.report_key
