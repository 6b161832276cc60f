"""Every risk sentence in exactly one field of the likelihood and impact grid."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel import pipeline
from dash_intel.model.ledger import Decisions, Last, Override
from dash_intel.model.report import Report
from dash_intel.query.filters import Filters
from dash_intel.query.risk_grid import FieldCount, field_about, risk_fields
from dash_intel.query.sentences import NO_BAND, SEVERAL, About, behind
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from dash_intel.vocab.categories import risk_categories
from dash_intel.vocab.impact import LEVELS
from dash_intel.vocab.likelihood import TERMS
from tests.conftest import DatabaseOf
from tests.counting import newest, told
from tests.query.filtering import an_area, filters
from tests.reports import full_report

ALL = Filters(period="all")
AT = datetime(2026, 1, 2, tzinfo=UTC)

CELLS = st.builds(
    About,
    area=st.none() | an_area(),
    category=st.none() | st.sampled_from(tuple(risk_categories())),
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("sample")
    pipeline.load([SAMPLE_DIRECTORY], folder, jobs=1)
    build = current_build(folder)
    assert build is not None
    opened = open_build(build)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def reports(database: Database) -> tuple[Report, ...]:
    return newest(database.reports())


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=filters(), about=CELLS)
def test_fields_hold_as_many_sentences_as_the_reports(
    database: Database, reports: tuple[Report, ...], asked: Filters, about: About
) -> None:
    found = risk_fields(database, asked, about)
    assert sum(one.sentences for one in found) == len(told(reports, asked, about))
    assert {one.likelihood for one in found} <= {*TERMS, SEVERAL, NO_BAND}
    assert {one.level for one in found} <= {0, *LEVELS}


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=filters(), about=CELLS)
def test_every_field_leads_to_as_many_sentences_as_it_holds(
    database: Database, asked: Filters, about: About
) -> None:
    fields: dict[tuple[str, int], int] = {}
    for one in risk_fields(database, asked, about):
        key = one.likelihood, one.level
        fields[key] = fields.get(key, 0) + one.sentences
    for (likelihood, level), sentences in fields.items():
        within = field_about(about, likelihood, level)
        assert behind(database, asked, within).sentences == sentences


def test_sample_fills_bands_and_what_states_none(database: Database) -> None:
    found = risk_fields(database, ALL, About())
    assert {one.likelihood for one in found} == {*TERMS, SEVERAL, NO_BAND} - {"almost_certain"}
    bases = {one.basis for one in found if one.likelihood == NO_BAND}
    assert bases == {"hedge", "forecast_verb", "asserted", "present", "none"}


def test_only_stated_words_and_figures_stand_in_a_band(database: Database) -> None:
    in_bands = [one for one in risk_fields(database, ALL, About()) if one.likelihood != NO_BAND]
    assert {one.basis for one in in_bands} == {"stated", "number"}


def override(field: str, *value: str) -> Override:
    last = Last(1, AT, "Mira", "report-1", 1)
    return Override("risk-2", field, value, "Read again.", "Mira", AT, last)


def test_corrected_sentence_stands_in_the_field_it_was_corrected_to(
    database_of: DatabaseOf,
) -> None:
    database = database_of(full_report())
    before = risk_fields(database, ALL, About())
    corrections = (override("likelihood", "very_likely"), override("impact", "5"))
    database.hold(Decisions(1, overrides=corrections))
    after = risk_fields(database, ALL, About())
    assert FieldCount("likely", 3, "stated", 1) in before
    assert set(after) - set(before) == {FieldCount("very_likely", 5, "stated", 1)}
    assert set(before) - set(after) == {FieldCount("likely", 3, "stated", 1)}


def test_likelihood_corrected_to_nothing_has_no_band(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    database.hold(Decisions(1, overrides=(override("likelihood"),)))
    assert {one.likelihood for one in risk_fields(database, ALL, About())} == {NO_BAND}


def stating_several(basis: str) -> Report:
    """Return a report of one risk whose clauses state several likelihoods."""
    report = full_report()
    (risk,) = (one for one in report.contents.risks if one.likelihood)
    assert risk.likelihood is not None
    read = replace(risk.likelihood, basis=basis, rule=f"likelihood.{basis}.several@1")
    risks = (replace(risk, likelihood=read),)
    return replace(report, contents=replace(report.contents, risks=risks))


def test_sentence_of_several_likelihoods_stands_in_no_band(database_of: DatabaseOf) -> None:
    database = database_of(stating_several("stated"))
    found = risk_fields(database, ALL, About())
    assert found == (FieldCount(SEVERAL, 3, "stated", 1),)
    sentences = {
        likelihood: behind(database, ALL, field_about(About(), likelihood, 3)).sentences
        for likelihood in (SEVERAL, "likely", NO_BAND)
    }
    assert sentences == {SEVERAL: 1, "likely": 0, NO_BAND: 0}


def test_sentence_of_several_hedges_has_no_band_either_way(database_of: DatabaseOf) -> None:
    found = risk_fields(database_of(stating_several("hedge")), ALL, About())
    assert found == (FieldCount(NO_BAND, 3, "hedge", 1),)


def test_sentence_of_several_likelihoods_stands_where_it_is_corrected_to(
    database_of: DatabaseOf,
) -> None:
    database = database_of(stating_several("stated"))
    database.hold(Decisions(1, overrides=(override("likelihood", "unlikely"),)))
    assert risk_fields(database, ALL, About()) == (FieldCount("unlikely", 3, "stated", 1),)
    assert behind(database, ALL, field_about(About(), "unlikely", 3)).sentences == 1
    assert behind(database, ALL, field_about(About(), SEVERAL, 3)).sentences == 0


def test_field_of_no_band_leads_to_a_sentence_corrected_to_it(database_of: DatabaseOf) -> None:
    report = full_report()
    stated = tuple(one for one in report.contents.risks if one.likelihood)
    contents = replace(report.contents, risks=stated)
    database = database_of(replace(report, contents=contents))
    database.hold(Decisions(1, overrides=(override("likelihood"),)))
    found = risk_fields(database, ALL, About())
    fields = {(one.likelihood, one.level): one.sentences for one in found}
    assert {
        field: behind(database, ALL, field_about(About(), *field)).sentences for field in fields
    } == fields


def test_sentences_are_counted_also_where_events_are(database: Database) -> None:
    assert risk_fields(database, replace(ALL, unit="events"), About()) == risk_fields(
        database, ALL, About()
    )
