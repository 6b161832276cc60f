"""The sentences behind a number."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel import pipeline
from dash_intel.model.ledger import Decisions, Last, Override
from dash_intel.model.report import Report
from dash_intel.query.filters import Filters
from dash_intel.query.sentences import NO_BAND, About, Behind, behind, likelihood_of
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from dash_intel.vocab.areas import Area
from dash_intel.vocab.categories import risk_categories
from dash_intel.vocab.likelihood import TERMS
from tests.conftest import DatabaseOf
from tests.counting import newest, told
from tests.query.filtering import an_area, filters
from tests.reports import full_report, other_report

ALL = Filters(period="all")
LAST = Last(1, datetime(2026, 1, 2, tzinfo=UTC), "Mira", "report-1", 1)


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


ABOUTS = st.builds(
    About,
    area=st.none() | an_area(),
    category=st.none() | st.sampled_from(tuple(risk_categories())),
    levels=st.just(()) | st.lists(st.integers(0, 5), max_size=3, unique=True).map(tuple),
    likelihoods=st.just(())
    | st.lists(st.sampled_from((*TERMS, NO_BAND)), max_size=3, unique=True).map(tuple),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=filters(), about=ABOUTS)
def test_sentences_and_reports_are_as_many_as_the_reports_hold(
    database: Database, reports: tuple[Report, ...], asked: Filters, about: About
) -> None:
    expected = told(reports, asked, about)
    found = behind(database, asked, about, shown=500)
    assert found.sentences == len(expected)
    assert found.units == len({report.report_id for report, _ in expected})
    assert set(found.rows["risk_id"]) == {risk.risk_id for _, risk in expected}


def test_random_filters_find_something_to_count(reports: tuple[Report, ...]) -> None:
    assert len(told(reports, ALL, About())) > 200
    assert len(told(reports, ALL, About(Area("region", "011"), "conflict_instability"))) > 2


def test_pages_hold_every_sentence_once_in_one_order(database: Database) -> None:
    about = About(category="organised_crime")
    whole = behind(database, ALL, about, shown=500)
    pages = -(-whole.sentences // 3)
    assert pages > 2
    paged = [
        risk_id
        for page in range(1, pages + 1)
        for risk_id in behind(database, ALL, about, page).rows["risk_id"]
    ]
    assert paged == list(whole.rows["risk_id"])


def test_page_beyond_the_last_is_the_last(database: Database) -> None:
    last = behind(database, ALL, About(), 10_000)
    assert (last.page - 1) * 3 + len(last.rows) == last.sentences
    assert behind(database, ALL, About(category="cyber"), -4).page == 1


def test_gravest_come_first_then_those_of_one_likelihood_then_likeliest_then_newest(
    database: Database,
) -> None:
    rows = behind(database, ALL, About(), shown=500).rows
    levels = rows["impact_level"].fillna(0)
    middles = ((rows["likelihood_low"] + rows["likelihood_high"]) / 2).fillna(-1)
    days = rows["published_on"].map(lambda day: 0 if pd.isna(day) else day.toordinal())
    one = ~(rows["is_one_of_several"] & ~rows["is_judged"].fillna(value=False).astype(bool))
    assert 0 < one.sum() < len(one)
    order = list(zip(levels, one, middles, days, strict=True))
    assert order == sorted(order, reverse=True)


def test_nothing_behind_a_number_is_no_sentence(database: Database) -> None:
    found = behind(database, ALL, About(Area("country", "ATA")))
    assert (found.sentences, found.units, found.page, len(found.rows)) == (0, 0, 1, 0)


def test_sentence_tells_its_words_and_where_it_stands(database_of: DatabaseOf) -> None:
    full = full_report()
    row = behind(database_of(full), ALL, About(category="energy")).rows.iloc[0]
    told_, *_ = full.contents.risks[1:]
    assert row["text"] == told_.text == full.text[row["span_start"] : row["span_end"]]
    assert full.text[row["likelihood_span_start"] : row["likelihood_span_end"]] == "likely"
    assert (row["report_id"], row["title"]) == (full.report_id, full.contents.head.headline)
    assert (row["impact_level"], list(row["impact_words"])) == (3, ["run short"])
    assert sorted(row["categories"]) == ["energy", "society"]
    assert list(row["corrected"]) == []


def correction(field: str, *value: str, subject_id: str = "risk-2") -> Override:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    return Override(subject_id, field, value, "Read again.", "Mira", at, LAST)


def corrected(database: Database, about: About, *overrides: Override) -> Behind:
    """Return what is behind a number with corrections in force."""
    database.hold(Decisions(1, overrides=overrides))
    return behind(database, ALL, about)


def test_corrected_impact_counts_instead_of_what_was_read(database_of: DatabaseOf) -> None:
    found = corrected(database_of(full_report()), About(levels=(5,)), correction("impact", "5"))
    assert found.rows[["risk_id", "impact_level"]].to_numpy().tolist() == [["risk-2", 5]]
    assert list(found.rows["corrected"].iloc[0]) == ["impact"]


def test_impact_corrected_to_nothing_is_not_stated(database_of: DatabaseOf) -> None:
    found = corrected(database_of(full_report()), About(levels=(0,)), correction("impact"))
    assert sorted(found.rows["risk_id"]) == ["risk-1", "risk-2"]


def test_corrected_categories_are_those_that_count(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    again = correction("category", "cyber", "health")
    assert corrected(database, About(category="energy"), again).sentences == 0
    (row,) = behind(database, ALL, About(category="cyber")).rows.to_dict("records")
    assert sorted(row["categories"]) == ["cyber", "health"]


@pytest.mark.parametrize("field", ["rejected", "polarity"])
def test_rejected_risk_and_opportunity_are_behind_no_number(
    database_of: DatabaseOf, field: str
) -> None:
    value = {"rejected": "yes", "polarity": "opportunity"}[field]
    found = corrected(database_of(full_report()), About(), correction(field, value))
    assert list(found.rows["risk_id"]) == ["risk-1"]


def test_corrected_likelihood_has_its_band_and_no_words(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    again = correction("likelihood", "very_likely")
    found = corrected(database, About(likelihoods=("very_likely",)), again)
    (row,) = found.rows.to_dict("records")
    assert (row["likelihood_basis"], row["is_judged"]) == ("stated", True)
    assert (row["likelihood_low"], row["likelihood_high"]) == (0.8, 0.95)
    assert behind(database, ALL, About(likelihoods=("likely",))).sentences == 0


def test_likelihood_corrected_to_nothing_has_no_band(database_of: DatabaseOf) -> None:
    found = corrected(
        database_of(full_report()), About(likelihoods=(NO_BAND,)), correction("likelihood")
    )
    assert sorted(found.rows["risk_id"]) == ["risk-1", "risk-2"]


def test_events_count_once_however_many_reports_tell_of_them(database_of: DatabaseOf) -> None:
    database = database_of(full_report(), other_report())
    found = behind(database, replace(ALL, unit="events"), About())
    reports = behind(database, ALL, About())
    assert (reports.sentences, reports.units) == (4, 2)
    assert (found.sentences, found.units) == (4, 1)


def test_figure_belongs_to_the_band_that_its_middle_lies_in() -> None:
    assert likelihood_of("number", "60% chance", 0.6) == "likely"
    assert likelihood_of("number", "no chance", 0.0) == "almost_no_chance"
    assert likelihood_of("number", "certainty", 1.0) == "almost_certain"
    assert likelihood_of("stated", "not likely", None) == "unlikely"
    assert likelihood_of("hedge", "could", None) == NO_BAND
    assert likelihood_of(None, None, None) == NO_BAND
