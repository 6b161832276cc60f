"""A report's head, and the list to choose from."""

from dataclasses import replace

import pandas as pd
import pytest

from dash_intel.view import report as subject
from dash_intel.view.report import choices, report_head
from tests.reports import full_report, report

INDEX = pd.DataFrame(
    {
        "report_id": ["new", "old", "undated"],
        "title": ["New", "**Old**", "Undated"],
        "published_on": [pd.Timestamp(2025, 6, 3), pd.Timestamp(2024, 1, 2), pd.NaT],
    }
)


def test_head_states_what_the_report_states() -> None:
    head = report_head(full_report())
    assert head.title == "Dockers' strike closes the port of Vesna"
    assert head.meta == (
        "2025-06-03 · Harbour Gazette · Structured-techniques report · confidence moderate"
    )
    assert [chip.text for chip in head.chips] == [
        "Promoted content",
        "Sample",
        "TLP:AMBER+STRICT",
    ]
    assert head.notice == "This report is invented for demonstration: its events did not happen."


def test_head_never_states_a_default() -> None:
    head = report_head(report())
    assert head.meta == (
        "no date stated · publisher not stated · Structured-techniques report · "
        "confidence not stated · marking not stated"
    )
    assert (head.chips, head.notice) == ((), None)


def test_head_of_an_unrecognised_text_says_that_nothing_was_read() -> None:
    head = report_head(replace(report("Strange."), template="unrecognised"))
    assert head.title == "harbour.txt"
    assert head.notice is not None
    assert head.notice.startswith("No profile recognises this text")


def test_choices_are_labelled_by_day_and_title() -> None:
    found = choices(INDEX, None)
    assert found.label("old") == "2024-01-02 · Old"
    assert found.label("undated") == "no date stated · Undated"


def test_chosen_report_is_listed_however_long_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject, "LISTED", 1)
    found = choices(INDEX, "undated")
    assert found.ids == ("new", "undated")
    assert found.left_out == 1
