"""Worst cases that recur, as they are shown."""

from datetime import datetime

import pandas as pd

from dash_intel.query.scenario_recurring import Recurrences, Recurring
from dash_intel.view.scenario_recurring import (
    recurring_cases,
    recurring_headline,
    recurring_scope,
)

CASES = pd.DataFrame(
    [
        {
            "report_id": f"report-{month}",
            "title": f"Title {month}",
            "publisher": None,
            "published_on": datetime(2026, month, 3),
            "scenario_id": f"future-{month}",
            "text": f"Convoys stop in month {month}.",
        }
        for month in (5, 4, 2)
    ]
)
FOUND = Recurrences(CASES, 3, (Recurring((0, 1, 2), 3, (("TCD", 3), ("CMR", 2))),))


def test_first_and_last_are_quoted_and_those_between_kept() -> None:
    (case,) = recurring_cases(FOUND, "reports")
    assert case.title == "3 reports on Chad and Cameroon (2)"
    assert case.meta == "3 Feb–3 May 2026"
    assert (case.first.item_id, case.last.item_id) == ("future-2", "future-5")
    assert [one.item_id for one in case.between] == ["future-4"]


def test_many_countries_are_cut_and_said() -> None:
    codes = ("BEN", "BFA", "CMR", "MLI", "NER", "NGA", "TCD", "TGO")
    found = Recurrences(CASES, 3, (Recurring((0, 1), 2, tuple((code, 2) for code in codes)),))
    (case,) = recurring_cases(found, "reports")
    assert case.title.endswith("Nigeria and 2 more")


def test_reports_on_no_country_say_none() -> None:
    found = Recurrences(CASES, 3, (Recurring((0, 1), 2, ()),))
    assert recurring_cases(found, "events")[0].title == "2 events"


def test_headline_says_how_many_recur() -> None:
    assert recurring_headline(FOUND, "reports") == "1 worst case recurs in two or more reports"
    none = Recurrences(CASES, 3, ())
    assert recurring_headline(none, "events") == "No worst case recurs in two or more events"
    assert recurring_headline(Recurrences(CASES, 0, ()), "reports") == ""


def test_scope_says_where_not_all_were_compared() -> None:
    assert recurring_scope(FOUND, "reports").startswith("All 3 worst cases were compared")
    cut = Recurrences(CASES, 9_000, ())
    assert recurring_scope(cut, "reports").startswith(
        "The newest 3 of 9,000 worst cases were compared"
    )


def test_scope_of_one_says_that_there_is_nothing_to_compare() -> None:
    alone = Recurrences(CASES.iloc[:1], 1, ())
    assert "nothing to compare it with" in recurring_scope(alone, "reports")
