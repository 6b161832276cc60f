-- One row a report that carries a tag, newest first, with the words of its text that support it.
WITH dated AS (
    SELECT
        report_key,
        unit,
        published_on
    FROM chosen
    WHERE CASE WHEN $is_dated THEN published_on BETWEEN $since AND $until ELSE span = 0 END
),

placed AS (
    SELECT place
    FROM area
    WHERE kind = $kind AND code = $code
),

carrying AS (
    SELECT
        report_key,
        bool_or(supported) AS supported
    FROM tag_in_force
    WHERE name = $tag AND ($has_unsupported OR supported IS NOT FALSE)
    GROUP BY report_key
),

beside AS (
    SELECT report_key
    FROM tag_in_force
    WHERE name = $other AND ($has_unsupported OR supported IS NOT FALSE)
),

tagged AS MATERIALIZED (
    SELECT
        dated.report_key,
        dated.unit,
        dated.published_on,
        carrying.supported
    FROM dated
    INNER JOIN carrying ON dated.report_key = carrying.report_key
),

picked AS MATERIALIZED (
    SELECT *
    FROM tagged
    WHERE
        ($other = '' OR report_key IN (SELECT beside.report_key FROM beside))
        AND (
            $code = ''
            OR report_key IN (
                SELECT counted_place.report_key
                FROM counted_place
                SEMI JOIN placed ON counted_place.place = placed.place
            )
        )
),

listed AS MATERIALIZED (
    SELECT *
    FROM picked
    ORDER BY published_on DESC NULLS LAST, report_key DESC
    LIMIT $most OFFSET $skipped
),

named AS (
    SELECT
        report_key,
        position,
        list_slice(support_spans_start, 1, $most_words) AS begins,
        list_slice(support_spans_end, 1, $most_words) AS finishes
    FROM tag
    WHERE name = $tag
),

written AS (
    SELECT
        named.report_key,
        min(named.position) AS tag_position,
        list_distinct(
            flatten(
                list(
                    list_transform(
                        list_zip(named.begins, named.finishes),
                        lambda one: substring(report.text, one[1] + 1, one[2] - one[1]) --noqa
                    )
                )
            )
        ) AS words
    FROM named
    INNER JOIN listed ON named.report_key = listed.report_key
    INNER JOIN report ON named.report_key = report.report_key
    GROUP BY named.report_key
)

SELECT
    report.report_id,
    report.publisher,
    listed.published_on,
    listed.supported,
    written.tag_position,
    written.words,
    coalesce(nullif(report.headline, ''), nullif(report.title, ''), source.source) AS title,
    (SELECT count(*) FROM picked) AS reports,
    (SELECT count(DISTINCT picked.unit) FROM picked) AS units
FROM listed
INNER JOIN report ON listed.report_key = report.report_key
INNER JOIN source ON listed.report_key = source.report_key AND source.position = 0
LEFT JOIN written ON listed.report_key = written.report_key
ORDER BY listed.published_on DESC NULLS LAST, listed.report_key DESC
