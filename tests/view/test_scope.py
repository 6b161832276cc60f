"""The sentence above every page."""

from datetime import date

import pandas as pd
import pytest

from dash_intel.query import filters
from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.view.scope import CONFIDENCES, LEFT_OUT, PERIODS, scope, shown_name

HALF = Span(date(2025, 1, 1), date(2025, 6, 30))


def totals(
    reports: int = 42, events: int = 31, last: date | None = date(2025, 6, 29), undated: int = 0
) -> pd.DataFrame:
    row = {"reports": reports, "events": events, "last_on": pd.Timestamp(last) if last else pd.NaT}
    return pd.DataFrame([row | {"undated": undated}])


def said(days: Span | None = HALF, **chosen: object) -> str:
    return scope(Filters(**chosen), days, totals())  # type: ignore[arg-type]


def test_sentence_says_place_time_and_what() -> None:
    assert said(regions=("143", "034"), tags=("counter-terrorism",)) == (
        "Southern Asia and Central Asia, 1 Jan–30 Jun 2025, tag counter-terrorism: "
        "42 reports of 31 events, last 29 Jun"
    )


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({}, "All regions, 1 Jan–30 Jun 2025: "),
        ({"groups": ("sahel",), "countries": ("KEN",)}, "Sahel and Kenya, 1 Jan"),
        ({"groups": ("sahel",), "counted": "mentioned"}, "Sahel (mentioned anywhere), "),
        ({"counted": "mentioned"}, "All regions (mentioned anywhere), "),
        (
            {"counted": "mentioned", "hides_actors": True},
            "All regions (mentioned anywhere, actors hidden), ",
        ),
        ({"tags": ("aid", "ports", "rail")}, ", tag aid, ports or rail: "),
        ({"categories": ("cyber",)}, ", risk Cyber"),
        ({"techniques": ("ACH 2.0",)}, ", technique ACH 2.0: "),
        ({"publishers": ("Harbour Gazette", "Post")}, ", published by Harbour Gazette or Post: "),
        ({"confidences": ("high", "not_stated")}, ", confidence high or not stated: "),
        ({"without": ("sample", "promoted_content")}, ", without promoted content and samples: "),
        ({"text": "rail strike"}, ", text “rail strike”: "),
        ({"unit": "events"}, ": 31 events in 42 reports, last 29 Jun"),
        ({"tags": tuple("abcdefgh")}, ", tag a, b, c, d, e or 3 others: "),
    ],
)
def test_every_filter_is_said(chosen: dict[str, object], words: str) -> None:
    assert words in said(**chosen)


def test_year_of_the_last_day_is_said_only_where_it_is_another() -> None:
    days = Span(date(2025, 12, 1), date(2026, 1, 31))
    assert said(days).endswith("last 29 Jun 2025")
    assert said(None).endswith("last 29 Jun 2025")
    assert said(HALF).endswith("last 29 Jun")


def test_open_beginning_is_left_open() -> None:
    assert said(Span(date.min, HALF.until)).startswith("All regions, until 30 Jun 2025: ")


def test_undated_reports_are_said_where_there_are_any() -> None:
    sentence = scope(Filters(), HALF, totals(undated=3))
    assert sentence.endswith("last 29 Jun; 3 more without a date are in no period")
    assert scope(Filters(), HALF, totals(undated=1)).endswith(
        "; 1 more without a date is in no period"
    )
    everything = scope(Filters(period="all"), None, totals(undated=3))
    assert everything.endswith("last 29 Jun 2025; 3 of them without a date")


def test_nothing_found_is_said() -> None:
    assert scope(Filters(), HALF, totals(0, 0, None)).endswith(": no report")


def test_one_of_each_is_said_in_the_singular() -> None:
    assert "1 report of 1 event, " in scope(Filters(), HALF, totals(1, 1))


def test_hostile_names_are_one_short_line() -> None:
    assert shown_name("a\n\u202eb\tc") == "a b c"
    assert len(shown_name("x" * 300)) == 60


def test_every_choice_has_words() -> None:
    assert tuple(CONFIDENCES) == filters.CONFIDENCES
    assert tuple(LEFT_OUT) == filters.FLAGS
    assert "days" in PERIODS
