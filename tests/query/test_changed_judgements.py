"""Judgements that changed: found by the rules, and by nothing else."""

from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from dash_intel.model.items import Risk
from dash_intel.model.reading import Category, ItemPlace, Likelihood, Place
from dash_intel.model.report import Contents, Head, Report
from dash_intel.model.span import Span
from dash_intel.query.changed_judgements import (
    MOST_COMPARED,
    Reading,
    judgement_changes,
    rung,
    sentences,
)
from dash_intel.query.filters import Filters
from dash_intel.store import Database
from dash_intel.vocab.likelihood import TERMS
from tests.conftest import DatabaseOf
from tests.reports import report

ALL = Filters(period="all")
STRIKE = "A strike at the port of Vesna is {} to close the northern berth."
_numbers = count()


def reading(words: str) -> Likelihood | None:
    """Return the likelihood that words stand for."""
    basis, low, high = {
        "likely": ("stated", 0.55, 0.8),
        "very likely": ("stated", 0.8, 0.95),
        "unlikely": ("stated", 0.2, 0.45),
        "may": ("hedge", None, None),
        "set to": ("forecast_verb", None, None),
        "90%": ("number", 0.9, 0.9),
    }[words]
    return Likelihood(basis, words, low, high, "icd203", Span(0, 1), f"{basis}@1")  # type: ignore[arg-type]


def said(
    day: date | None,
    words: str,
    *,
    sentence: str = STRIKE,
    country: str = "MDA",
    category: str = "economic_financial",
    named: tuple[str, ...] = (),
    rule: str = "likelihood.stated@1",
) -> Report:
    """Return a report that says one thing."""
    text = sentence.format(words)
    number = next(_numbers)
    whole = f"Report {number}\nPublished on: {day}\n{text}"
    start = whole.index(text)
    at = whole.find(words, start)
    likelihood = reading(words)
    assert likelihood is not None
    risk = Risk(
        f"risk-{number}",
        text,
        None,
        Span(start, start + len(text)),
        categories=(Category(category, (), (), "category@1"),),
        likelihood=replace(likelihood, span=Span(at, at + len(words)), rule=rule),
        places=(
            ItemPlace(country, inherited=bool(named)),
            *(ItemPlace(one, inherited=False) for one in named),
        ),
    )
    place = Place(country, "primary", 1, 0, 1.0, True, False, (), ())
    head = Head(headline=f"Report {number}", published_on=day)
    return report(
        whole,
        source=f"{number}.txt",
        contents=Contents(head=head, risks=(risk,), places=(place,)),
    )


JUNE, JULY, AUGUST = date(2025, 6, 3), date(2025, 7, 3), date(2025, 8, 3)


@pytest.mark.parametrize(
    ("before", "now", "stronger"),
    [
        ("likely", "very likely", [True]),
        ("very likely", "unlikely", [False]),
        ("may", "likely", [True]),
        ("likely", "may", [False]),
        ("likely", "90%", [True]),
        ("likely", "likely", []),
        ("may", "unlikely", []),
        ("set to", "likely", []),
    ],
)
def test_wording_moves_along_the_ladder(
    database_of: DatabaseOf, before: str, now: str, stronger: list[bool]
) -> None:
    database = database_of(said(JUNE, before), said(JULY, now))
    assert [move.is_stronger for move in judgement_changes(database, ALL)] == stronger


def test_sentence_that_states_several_likelihoods_is_not_compared(database_of: DatabaseOf) -> None:
    several = said(JULY, "very likely", rule="likelihood.stated.several@1")
    assert judgement_changes(database_of(said(JUNE, "likely"), several), ALL) == ()
    after = said(AUGUST, "very likely")
    (move,) = judgement_changes(database_of(said(JUNE, "likely"), several, after), ALL)
    assert move.earlier.published_on == JUNE


def test_only_the_newest_before_is_compared(database_of: DatabaseOf) -> None:
    reports = said(JUNE, "likely"), said(JULY, "very likely"), said(AUGUST, "very likely")
    (move,) = judgement_changes(database_of(*reports), ALL)
    assert (move.earlier.published_on, move.later.published_on) == (JUNE, JULY)


@pytest.mark.parametrize(
    "changed",
    [
        {"country": "ROU"},
        {"category": "terrorism"},
        {"sentence": "Fuel is {} to run short in the villages inland this winter."},
    ],
)
def test_another_country_category_or_subject_is_no_change(
    database_of: DatabaseOf, changed: dict[str, str]
) -> None:
    database = database_of(said(JUNE, "likely"), said(JULY, "very likely", **changed))  # type: ignore[arg-type]
    assert judgement_changes(database, ALL) == ()


@pytest.mark.parametrize(("named", "changes"), [((), 0), (("ROU",), 1), (("UKR",), 0)])
def test_sentence_that_names_other_countries_is_not_the_same(
    database_of: DatabaseOf, named: tuple[str, ...], changes: int
) -> None:
    database = database_of(
        said(JUNE, "likely", named=named), said(JULY, "very likely", named=("ROU",))
    )
    assert len(judgement_changes(database, ALL)) == changes


def test_same_sentence_in_reports_of_a_day_is_one_change(database_of: DatabaseOf) -> None:
    reports = said(JUNE, "likely"), said(JULY, "very likely"), said(JULY, "very likely")
    assert len(judgement_changes(database_of(*reports), ALL)) == 1


def test_same_day_and_undated_reports_are_not_before(database_of: DatabaseOf) -> None:
    reports = said(JUNE, "likely"), said(JUNE, "very likely"), said(None, "unlikely")
    assert judgement_changes(database_of(*reports), ALL) == ()


def test_later_one_is_of_the_period_and_the_earlier_may_be_older(database_of: DatabaseOf) -> None:
    database = database_of(said(JUNE, "likely"), said(JULY, "very likely"))
    inside = Filters(period="days", since=JULY, until=AUGUST)
    assert len(judgement_changes(database, inside)) == 1
    outside = Filters(period="days", since=AUGUST, until=AUGUST)
    assert judgement_changes(database, outside) == ()
    before = Filters(period="days", since=JUNE, until=JUNE)
    assert judgement_changes(database, before) == ()


def test_no_more_than_the_newest_are_compared(database_of: DatabaseOf) -> None:
    other = "Fuel is {} to run short in the villages inland this winter."
    filling = [
        said(date(2025, 7, 1 + at), "likely", sentence=other) for at in range(MOST_COMPARED - 1)
    ]
    reports = said(JUNE, "likely"), *filling, said(AUGUST, "very likely")
    assert judgement_changes(database_of(*reports), ALL) == ()


def test_sentences_stand_as_asked_with_their_readings(database_of: DatabaseOf) -> None:
    database = database_of(said(JUNE, "likely"), said(JULY, "very likely"))
    (move,) = judgement_changes(database, ALL)
    found = sentences(database, ALL, (move.later, move.earlier))
    assert list(found["text"]) == [STRIKE.format("very likely"), STRIKE.format("likely")]
    assert list(found["likelihood_term"]) == ["very likely", "likely"]


def test_sample_has_gangs_that_became_very_likely_to_extend_extortion(
    sample_database: Database,
) -> None:
    found = [one for one in judgement_changes(sample_database, Filters()) if one.is_stronger]
    assert [one.countries for one in found] == [("ECU",)]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (("hedge", "may", None, None), 0),
        (("stated", "almost no chance", 0.01, 0.05), 1),
        (("stated", "almost certain", 0.95, 0.99), 7),
        (("number", "60%", 0.6, 0.6), 5),
        (("present", "remains", None, None), None),
    ],
)
def test_rungs_are_those_of_the_yardstick(
    given: tuple[str, str, float | None, float | None], found: int | None
) -> None:
    assert rung(Reading(*given, is_corrected=False)) == found


def test_rung_of_a_figure_is_that_of_the_yardstick_that_is_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    figure = Reading("number", "52%", 0.52, 0.52, is_corrected=False)
    assert rung(figure) == TERMS.index("roughly_even") + 1
    monkeypatch.setenv("DASH_INTEL_YARDSTICK", "phia")
    assert rung(figure) == TERMS.index("likely") + 1
