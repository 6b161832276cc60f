-- One row a report behind a number of the Coverage page, in order of day; total and units are how
-- many there are in all. What is empty asks for nothing.
-- noqa: disable=RF02
WITH picked AS (
    SELECT
        chosen.report_key,
        chosen.unit,
        chosen.published_on
    FROM chosen
    INNER JOIN report_read ON chosen.report_key = report_read.report_key
    WHERE
        CASE $state
            WHEN 'earlier' THEN chosen.span > 0
            WHEN 'before' THEN chosen.span = 1
            ELSE chosen.span = 0
        END
        AND ($month = '' OR strftime(chosen.published_on, '%Y-%m') = $month)
        AND ($publisher = '' OR report_read.publisher = $publisher)
        AND ($nameless = '' OR report_read.publisher IS NULL)
        AND ($state <> 'promoted' OR list_contains(report_read.flags, 'promoted_content'))
        AND (
            $state <> 'gap'
            OR chosen.report_key IN (SELECT declared_gap.report_key FROM declared_gap)
        )
        AND ($state <> 'unread' OR chosen.report_key IN (SELECT unread.report_key FROM unread))
        AND ($state <> 'warned' OR chosen.report_key IN (SELECT warning.report_key FROM warning))
        AND (
            (
                $profile = ''
                AND $missing = ''
                AND NOT list_contains(['complete', 'incomplete'], $state)
            )
            OR chosen.report_key IN (
                SELECT report.report_key
                FROM report
                WHERE
                    ($profile = '' OR report.template = $profile)
                    AND ($missing = '' OR list_contains(report.missing, $missing))
                    AND ($state <> 'complete' OR len(report.missing) = 0)
                    AND ($state <> 'incomplete' OR len(report.missing) > 0)
            )
        )
        AND (
            $warning = ''
            OR chosen.report_key IN (
                SELECT warning.report_key
                FROM warning
                WHERE warning.code = $warning
            )
        )
        AND (
            ($technique = '' AND $family = '')
            OR chosen.report_key IN (
                SELECT technique.report_key
                FROM technique
                WHERE
                    technique.name = $technique
                    OR coalesce(technique.family, 'No family') = $family
            )
        )
        AND (
            $region = ''
            OR chosen.report_key IN (
                SELECT counted_place.report_key
                FROM counted_place
                INNER JOIN area ON counted_place.place = area.place
                WHERE area.kind = 'region' AND area.code = $region
            )
        )
),

counted AS (
    SELECT
        count(*) AS total,
        count(DISTINCT unit) AS units
    FROM picked
)

SELECT
    picked.report_key,
    counted.total,
    counted.units
FROM picked
CROSS JOIN counted
ORDER BY
    if($is_oldest, picked.published_on, NULL) ASC NULLS LAST,
    picked.published_on DESC NULLS LAST,
    picked.report_key DESC
LIMIT $at_most OFFSET $left_out
