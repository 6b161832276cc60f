-- What corrections make of what was read, anew after every decision.
DELETE FROM derived.report_touched;

DELETE FROM derived.report_corrected;

DELETE FROM derived.risk_touched;

DELETE FROM derived.risk_corrected;

INSERT INTO derived.report_touched
SELECT
    report.report_key,
    override.field
FROM ledger.override
INNER JOIN build.report ON override.subject_id = report.document_id
WHERE override.field IN ('place', 'tag') AND report.superseded_in IS NULL;

INSERT INTO derived.report_corrected
SELECT
    report.report_key,
    override.field,
    unnest(override.value) AS value --noqa
FROM ledger.override
INNER JOIN build.report ON override.subject_id = report.document_id
WHERE override.field IN ('place', 'tag') AND report.superseded_in IS NULL;

INSERT INTO derived.risk_touched
SELECT
    risk.report_key,
    risk.position
FROM build.risk
WHERE
    risk.risk_id IN (SELECT override.subject_id FROM ledger.override)
    OR risk.report_key IN (
        SELECT report_touched.report_key FROM derived.report_touched WHERE field = 'place'
    );

INSERT INTO derived.risk_corrected
WITH said AS (
    SELECT
        subject_id,
        max(value) FILTER (WHERE field = 'impact') AS impact, --noqa
        max(value) FILTER (WHERE field = 'category') AS category, --noqa
        max(value) FILTER (WHERE field = 'polarity') AS polarity, --noqa
        max(value) FILTER (WHERE field = 'place') AS places, --noqa
        bool_or(field = 'rejected') AS is_rejected
    FROM ledger.override
    GROUP BY subject_id
),

told AS (
    SELECT
        report_key,
        list(value) AS countries
    FROM derived.report_corrected
    WHERE field = 'place'
    GROUP BY report_key
),

redone AS (
    SELECT
        risk.report_key,
        risk.position,
        coalesce(said.polarity[1], risk.polarity) <> 'opportunity' AS is_risk,
        CASE WHEN said.impact IS NULL THEN risk.impact_level
            ELSE try_cast(said.impact[1] AS TINYINT)
        END AS impact_level,
        coalesce(
            said.places,
            CASE WHEN told.countries IS NULL THEN list_transform(risk.places, lambda one: one.iso3) --noqa
                ELSE list_concat(
                    list_transform(list_filter(risk.places, lambda one: NOT one.inherited), lambda one: one.iso3), --noqa
                    CASE WHEN len(list_filter(risk.places, lambda one: NOT one.inherited)) = 0 --noqa
                        THEN told.countries
                        ELSE []
                    END
                )
            END
        ) AS places,
        coalesce(said.category, list_transform(risk.categories, lambda one: one."key")) AS categories --noqa
    FROM build.risk
    SEMI JOIN derived.risk_touched
        ON
            risk.report_key = risk_touched.report_key
            AND risk.position = risk_touched.position
    SEMI JOIN build.report ON risk.report_key = report.report_key AND report.superseded_in IS NULL
    LEFT JOIN said ON risk.risk_id = said.subject_id
    LEFT JOIN told ON risk.report_key = told.report_key
    WHERE NOT coalesce(said.is_rejected, FALSE)
)

SELECT
    redone.report_key,
    redone.position,
    placed.place,
    sorted.category,
    redone.impact_level,
    redone.is_risk
FROM redone
LEFT JOIN LATERAL (SELECT unnest(list_distinct(redone.places)) AS place) AS placed ON TRUE --noqa
LEFT JOIN LATERAL (SELECT unnest(redone.categories) AS category) AS sorted ON TRUE --noqa
