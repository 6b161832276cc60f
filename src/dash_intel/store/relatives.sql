-- One row an arriving report and a report of its headline, at most $compared an arriving report.
WITH nearest AS (
    SELECT
        arrival.arrival_key,
        report.report_key
    FROM arrival
    INNER JOIN report ON arrival.headline = report.headline
    QUALIFY
        row_number() OVER (
            PARTITION BY arrival.arrival_key
            ORDER BY
                coalesce(
                    arrival.publisher = report.publisher
                    AND arrival.published_on = report.published_on,
                    FALSE
                ) DESC,
                report.report_key DESC
        ) <= $compared -- noqa: RF02
)

SELECT
    nearest.arrival_key,
    report.report_key,
    report.report_id,
    report.document_id,
    report.revision,
    report.text,
    report.headline,
    report.publisher,
    report.published_on,
    report.title_start,
    report.title_end,
    report.headline_start,
    report.headline_end,
    report.publisher_start,
    report.publisher_end,
    report.published_on_start,
    report.published_on_end
FROM nearest
INNER JOIN report ON nearest.report_key = report.report_key
