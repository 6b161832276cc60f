"""What filters choose, against plain counts over the same reports."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dash_intel import pipeline
from dash_intel.model.report import Report
from dash_intel.query import chosen
from dash_intel.query.events import event_of
from dash_intel.query.filters import CONFIDENCES, FLAGS, Filters
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from dash_intel.view import cells
from dash_intel.vocab.areas import areas
from dash_intel.vocab.categories import risk_categories
from tests.conftest import DatabaseOf
from tests.query import plain
from tests.reports import dated, full_report, other_report
from tests.sample import sample

FIRST = date(2025, 1, 1)
TAGS = sorted({one.name for report in sample() for one in report.contents.tags})
TECHNIQUES = sorted({one.name for report in sample() for one in report.contents.techniques})
PUBLISHERS = sorted({report.contents.head.publisher or "" for report in sample()} - {""})


def few(values: list[str], most: int = 3) -> some.SearchStrategy[tuple[str, ...]]:
    return some.just(()) | some.lists(some.sampled_from(values), max_size=most).map(tuple)


def codes(kind: str) -> list[str]:
    return [area.code for area in areas() if area.kind == kind]


days = some.none() | some.integers(0, 500).map(lambda number: FIRST + timedelta(number))
sample_filters = some.builds(
    Filters,
    period=some.sampled_from(["30d", "90d", "6m", "12m", "all", "days"]),
    since=days,
    until=days,
    countries=few([*codes("country"), "RUS", "UKR", "CHN", "USA", "NER"]),
    regions=few(codes("region")),
    groups=few(codes("group")),
    counted=some.sampled_from(["primary", "mentioned"]),
    hides_actors=some.booleans(),
    tags=few(TAGS, 9),
    categories=few(list(risk_categories())),
    techniques=few(TECHNIQUES, 9),
    publishers=few(PUBLISHERS, 9),
    confidences=few(list(CONFIDENCES)),
    without=few(list(FLAGS), 1),
    unit=some.sampled_from(["reports", "events"]),
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("chosen")
    pipeline.load([SAMPLE_DIRECTORY], folder, jobs=1)
    build = current_build(folder)
    assert build is not None
    opened = open_build(build)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def newest(database: Database) -> list[Report]:
    found = database.rows("SELECT report_id FROM report WHERE is_newest")["report_id"]
    return [one for one in database.reports(list(found)) if one.template != "unrecognised"]


def counts(database: Database, filters: Filters) -> plain.Counts:
    row = next(cells.records(chosen.totals(database, filters)))
    return plain.Counts(
        cells.number(row["reports"]),
        cells.number(row["reports_before"]),
        cells.day(row["first_on"]),
        cells.day(row["last_on"]),
        cells.number(row["undated"]),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sample_filters)
def test_totals_are_those_of_a_plain_count(
    database: Database, newest: list[Report], filters: Filters
) -> None:
    assert counts(database, filters) == plain.counts(newest, filters)


@pytest.mark.parametrize("name", ["tags", "techniques", "publishers"])
def test_every_value_of_the_build_chooses_its_reports(
    database: Database, newest: list[Report], name: str
) -> None:
    for value in {"tags": TAGS, "techniques": TECHNIQUES, "publishers": PUBLISHERS}[name]:
        filters = Filters(period="all").having(name, value)
        assert counts(database, filters) == plain.counts(newest, filters)


def test_every_area_counts_the_places_of_its_reports(
    database: Database, newest: list[Report]
) -> None:
    for area in areas():
        names = {"country": "countries", "region": "regions", "group": "groups"}
        filters = Filters(period="all").having(names[area.kind], area.code)
        assert counts(database, filters) == plain.counts(newest, filters)


def test_text_chooses_the_reports_that_have_the_word(
    database: Database, newest: list[Report]
) -> None:
    words = database.index.words
    for word in ("drone", "elections", "port"):
        (wanted,) = words(word)
        found = [one for one in newest if wanted in words(one.text)]
        filters = Filters(period="all", text=word)
        assert counts(database, filters) == plain.counts(found, filters)


@pytest.mark.parametrize("counted", ["primary", "mentioned"])
@pytest.mark.parametrize("hides_actors", [True, False])
def test_counted_places_are_those_of_the_chosen_reports(
    database: Database, newest: list[Report], counted: str, hides_actors: bool
) -> None:
    filters = replace(Filters(period="all", hides_actors=hides_actors), counted=counted)
    found = database.chosen_rows(
        chosen.choice(database, filters),
        "SELECT report_id, place FROM counted_place JOIN report USING (report_key)",
        {},
    )
    assert set(found.itertuples(index=False, name=None)) == {
        (one.report_id, place) for one in newest for place in plain.counted_places(one, filters)
    }
    assert len(found.drop_duplicates()) == len(found)


def test_events_are_those_of_the_build(database: Database) -> None:
    filters = Filters(period="all", unit="events")
    found = database.chosen_rows(
        chosen.choice(database, filters), "SELECT count(DISTINCT unit) AS n FROM chosen", {}
    )
    events = event_of(database)["event_id"].nunique()
    assert found["n"].tolist() == [events]
    assert chosen.totals(database, filters)["events"].tolist() == [events]
    assert events < len(event_of(database))


def test_no_report_after_the_period_is_chosen(database: Database) -> None:
    filters = Filters(period="days", until=date(2025, 6, 30))
    found = database.chosen_rows(
        chosen.choice(database, filters), "SELECT max(published_on) AS last_on FROM chosen", {}
    )
    assert found["last_on"].iloc[0].date() <= date(2025, 6, 30)


def test_undated_reports_are_in_all_dates_only(database_of: DatabaseOf) -> None:
    database = database_of(dated(None, "undated"), dated(date(2025, 1, 1), "January"))
    assert counts(database, Filters()) == plain.Counts(1, 0, FIRST, FIRST, 1)
    assert counts(database, Filters(period="all")) == plain.Counts(2, 0, FIRST, FIRST, 1)


def test_a_date_to_come_ends_no_period(database_of: DatabaseOf) -> None:
    database = database_of(dated(date(2999, 1, 1), "late"), dated(FIRST, "January"))
    assert chosen.newest_day(database) == FIRST
    assert counts(database, Filters()).reports == 1
    assert counts(database, Filters(period="all")).reports == 2


def test_nothing_is_chosen_of_a_build_without_reports(database_of: DatabaseOf) -> None:
    assert counts(database_of(), Filters()) == plain.Counts(0, 0, None, None, 0)


@pytest.mark.parametrize("hostile", ["' OR 1=1 --", "$tags", "a;DROP SCHEMA derived", "\x00", "%"])
def test_hostile_values_choose_nothing(database_of: DatabaseOf, hostile: str) -> None:
    database = database_of(full_report(), other_report())
    for name in ("tags", "techniques", "publishers", "categories", "without"):
        found = counts(database, Filters(period="all").having(name, hostile))
        assert found.reports == (2 if name == "without" else 0)
    assert counts(database, Filters(period="all", text=hostile)).reports in {0, 2}
    assert counts(database, Filters(period="all")).reports == 2
