"""Competing hypotheses of a report beside each other, as they are shown."""

import pandas as pd
import pytest

from dash_intel.query.filters import Filters
from dash_intel.query.hypotheses import Competing, Stance, competing
from dash_intel.query.regions import Part
from dash_intel.view.hypotheses import (
    ALONE,
    competing_headline,
    competing_reports,
    competing_scope,
    hypothesis_label,
)
from dash_intel.view.reader import reader
from tests.conftest import DatabaseOf
from tests.pages.hostile import ATTACK, hostile
from tests.reports import dated, full_report

ALL = Filters(period="all")
PART = Part(5)


def counts(reports: int, stated: int) -> pd.DataFrame:
    return pd.DataFrame([{"reports": reports, "stated": stated}])


@pytest.mark.parametrize(
    ("reports", "stated", "said"),
    [
        (0, 0, "No report weighs competing hypotheses"),
        (1, 1, "The one report with competing hypotheses says which it prefers"),
        (1, 0, "The one report with competing hypotheses does not say which it prefers"),
        (4, 4, "All 4 reports say which hypothesis they prefer"),
        (4, 0, "None of 4 reports says which hypothesis it prefers"),
        (4, 1, "1 of 4 reports says which hypothesis they prefer"),
        (1_200, 3, "3 of 1,200 reports say which hypothesis they prefer"),
    ],
)
def test_headline_counts_stated_preferences(reports: int, stated: int, said: str) -> None:
    assert competing_headline(counts(reports, stated)) == said


@pytest.mark.parametrize(
    ("stance", "said"),
    [
        ("all", "1 report with competing hypotheses, the newest first."),
        ("stated", "1 report that says which hypothesis it prefers, the newest first."),
        ("open", "1 report that does not say which hypothesis it prefers, the newest first."),
    ],
)
def test_scope_says_which_reports_are_listed(stance: Stance, said: str) -> None:
    assert competing_scope(pd.DataFrame({"total": [1]}), stance) == said
    assert competing_scope(pd.DataFrame({"total": []}), stance).startswith("0 reports")


def test_report_has_its_hypotheses_assessment_and_what_it_declares(database_of: DatabaseOf) -> None:
    (view,) = competing_reports(competing(database_of(full_report()), ALL, PART))
    assert (view.title, view.meta) == (
        "Dockers' strike closes the port of Vesna",
        "2025-06-03 · Harbour Gazette · confidence: moderate",
    )
    assert [(one.label, one.text, one.chip.text) for one in view.rivals] == [
        ("Hypothesis A", "Wages", "Preferred"),
        ("Hypothesis B", "A rival", "Not preferred"),
        ("Hypothesis C", "nobody", "Preference not stated"),
    ]
    assert view.assessment == "Hypothesis A is better supported."
    assert [(one.title, one.items[0].text) for one in view.declared] == [
        ("Assumptions", "the union"),
        ("Declared gaps", "No other names"),
    ]


def test_every_item_is_one_of_the_report_page(database_of: DatabaseOf) -> None:
    (view,) = competing_reports(competing(database_of(full_report()), ALL, PART))
    there = {item.item_id for item in reader(full_report()).items()}
    named = {
        *(one.item_id for one in view.rivals),
        *(one.item_id for group in view.declared for one in group.items),
    }
    assert named <= there
    assert "assessment" in there


def test_single_hypothesis_is_said_to_be_alone(database_of: DatabaseOf) -> None:
    (view,) = competing_reports(competing(database_of(hostile()), ALL, PART))
    assert view.note == ALONE
    assert view.meta.endswith("confidence not stated")


def test_hostile_words_stay_words(database_of: DatabaseOf) -> None:
    (view,) = competing_reports(competing(database_of(hostile()), ALL, PART))
    assert view.rivals[0].text == ATTACK.replace("**b**", "b")


def test_report_without_hypotheses_is_not_listed(database_of: DatabaseOf) -> None:
    found: Competing = competing(database_of(dated(None, "Other")), ALL, PART)
    assert competing_reports(found) == ()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("A", "Hypothesis A"),
        ("12", "Hypothesis 12"),
        ("Deliberate sabotage", "Deliberate sabotage"),
    ],
)
def test_letter_is_called_a_hypothesis_and_a_name_is_a_name(written: str, said: str) -> None:
    assert hypothesis_label(written) == said
