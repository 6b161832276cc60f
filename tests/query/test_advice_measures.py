"""What became of advice, month by month."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from statistics import median

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel.model.items import Recommendation
from dash_intel.model.ledger import Decisions, Override, RecommendationState
from dash_intel.model.reading import Place
from dash_intel.model.report import Contents, Head, Report
from dash_intel.model.span import Span
from dash_intel.query.advice_history import History, Stand
from dash_intel.query.advice_measures import (
    AdviceMeasures,
    AdviceMonth,
    advice_measures,
    usual_kind,
)
from dash_intel.query.filters import Filters
from dash_intel.store import Database
from dash_intel.vocab.areas import Area
from tests.conftest import DatabaseOf
from tests.query.futures import LAST, corrected
from tests.reports import report

ALL = Filters(period="all")
TODAY = date(2025, 6, 10)
WEST, EAST = Area("region", "011"), Area("region", "014")


def advised(name: str, on: date | None, ids: Sequence[str], places: str = "MLI") -> Report:
    """Return a report that gives some advice."""
    text = f"{name}\nPublished on: {on}\nAdvice for {places}.\n"
    return report(
        text,
        source=f"{name}.txt",
        contents=Contents(
            head=Head(headline=name, published_on=on),
            recommendations=tuple(
                Recommendation(one, f"Do {one}", None, Span(0, 1)) for one in ids
            ),
            places=tuple(
                Place(place, "primary", 1, 0, 1.0, True, True, (Span(0, 1),), ("place.country@1",))
                for place in places.split()
            ),
        ),
    )


def measured(
    database: Database, stood: Mapping[str, History], filters: Filters = ALL, today: date = TODAY
) -> AdviceMeasures:
    states = tuple(RecommendationState(one, LAST) for one in stood)
    database.hold(Decisions(1, recommendations=states))
    found = advice_measures(database, stood, filters, usual_kind(filters), today)
    assert found is not None
    return found


STOOD: Mapping[str, History] = {
    "b": (
        Stand(date(2025, 4, 2), "accepted", date(2025, 4, 20)),
        Stand(date(2025, 5, 6), "implemented", date(2025, 4, 20), date(2025, 5, 4)),
    ),
    "c": (Stand(date(2025, 4, 10), "not_implemented", None, date(2025, 4, 10)),),
    "d": (Stand(date(2025, 5, 20), "accepted", date(2025, 6, 10)),),
}


@pytest.fixture
def database(database_of: DatabaseOf) -> Database:
    return database_of(
        advised("March", date(2025, 3, 1), ["a", "b"]),
        advised("April", date(2025, 4, 1), ["c", "d"], "MLI KEN"),
        advised("Undated", None, ["e"]),
    )


def test_months_by_hand(database: Database) -> None:
    """Four recommendations: b and c get closed, d and b have due days, a is never touched."""
    found = measured(database, STOOD)
    assert found.timeline.history == tuple(date(2025, month, 1) for month in (3, 4, 5, 6))
    assert found.all_ == (
        AdviceMonth(date(2025, 3, 31), 2, 2, 30, None, 0, 0),
        AdviceMonth(date(2025, 4, 30), 4, 3, 60, 9, 1, 1),
        AdviceMonth(date(2025, 5, 31), 4, 2, 75.5, 36.5, 1, 0),
        AdviceMonth(TODAY, 4, 2, 85.5, 36.5, 1, 0),
    )
    assert found.timeline.is_partial
    assert (found.in_period, found.undated) == (5, 1)


def test_shares_are_of_what_is_given_and_of_what_has_a_due_day(database: Database) -> None:
    april = measured(database, STOOD).all_[1]
    assert (april.closed, april.closure, april.lateness) == (1, 0.25, 1.0)
    march = measured(database, STOOD).all_[0]
    assert (march.closure, march.lateness) == (0, None)


def test_advice_is_overdue_from_the_day_after_its_due_day(database: Database) -> None:
    assert measured(database, STOOD).all_[-1].overdue == 0
    assert measured(database, STOOD, today=date(2025, 6, 11)).all_[-1].overdue == 1


def test_advice_counts_in_every_area_of_its_report_and_once_in_all(database: Database) -> None:
    found = measured(database, STOOD)
    last = {area: months[-1] for area, months in found.areas}
    assert {area: (one.given, one.open_) for area, one in last.items()} == {
        WEST: (4, 2),
        EAST: (2, 1),
    }
    assert [area for area, _ in found.areas] == [WEST, EAST]


def test_filters_that_name_areas_show_these_alone(database: Database) -> None:
    found = measured(database, STOOD, replace(ALL, regions=("014",)))
    assert [area for area, _ in found.areas] == [EAST]
    assert found.all_[-1].given == 2
    by_country = measured(database, STOOD, replace(ALL, countries=("KEN",)))
    assert [area for area, _ in by_country.areas] == [Area("country", "KEN")]


def test_months_end_with_the_day_that_filters_end_on(database: Database) -> None:
    until = Filters(period="days", until=date(2025, 4, 15))
    found = measured(database, STOOD, until)
    assert found.all_[-1] == AdviceMonth(date(2025, 4, 15), 4, 3, 45, 9, 1, 0)


def test_advice_from_before_the_period_counts_on(database: Database) -> None:
    found = measured(database, STOOD, Filters(period="30d"))
    assert found.in_period == 2
    assert found.all_[-1].given == 4


def test_decision_of_a_sentence_that_no_report_has_changes_nothing(database: Database) -> None:
    stood = {**STOOD, "gone": STOOD["b"]}
    assert measured(database, stood) == measured(database, STOOD)


def test_rejected_advice_is_not_counted(database: Database) -> None:
    gone: Override = replace(corrected("a", ["yes"], TODAY), field="rejected")
    database.hold(Decisions(2, overrides=(gone,)))
    found = advice_measures(database, {}, ALL, "region", TODAY)
    assert found is not None
    assert found.all_[-1].given == 3


def test_without_dated_advice_there_is_no_month(database_of: DatabaseOf) -> None:
    database = database_of(advised("Undated", None, ["e"]))
    assert advice_measures(database, {}, ALL, "region", TODAY) is None


def test_report_of_a_day_still_to_come_is_in_no_month(database_of: DatabaseOf) -> None:
    late = advised("July", date(2025, 7, 1), ["z"])
    database = database_of(late)
    assert advice_measures(database, {}, ALL, "region", TODAY) is None
    both = database_of(late, advised("March", date(2025, 3, 1), ["a", "b"]))
    assert measured(both, {}).all_[-1].given == 2


DAYS = st.dates(date(2025, 1, 1), date(2025, 6, 10))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(closing=st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), DAYS))
def test_measures_are_those_of_counting_one_by_one(
    database: Database, closing: dict[str, date]
) -> None:
    given_on = dict.fromkeys("ab", date(2025, 3, 1)) | dict.fromkeys("cd", date(2025, 4, 1))
    kept = {one: max(day, given_on[one]) for one, day in closing.items()}
    stood = {one: (Stand(day, "implemented", None, day),) for one, day in kept.items()}
    for month in measured_again(database, stood).all_:
        here = [one for one, day in given_on.items() if day <= month.until]
        closed = [one for one in here if one in kept and kept[one] <= month.until]
        ages = [(month.until - given_on[one]).days for one in here if one not in closed]
        taken = [(kept[one] - given_on[one]).days for one in closed]
        assert (month.given, month.open_) == (len(here), len(ages))
        assert month.age == (median(ages) if ages else None)
        assert month.days == (median(taken) if taken else None)


def measured_again(database: Database, stood: Mapping[str, History]) -> AdviceMeasures:
    """Return the measures with every recommendation among the decided ones."""
    states = tuple(RecommendationState(one, LAST) for one in "abcd")
    database.hold(Decisions(1, recommendations=states))
    found = advice_measures(database, stood, ALL, "region", TODAY)
    assert found is not None
    return found
