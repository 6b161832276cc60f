"""The overview says in words what the rows say in numbers."""

from datetime import datetime

import pandas as pd
import pytest

from dash_intel.view.item import Chip
from dash_intel.view.listing import Listing
from dash_intel.view.overview import Overview, footer, overview, publisher_rows


def counts(**changes: object) -> pd.DataFrame:
    row = {
        "reports": 15,
        "unrecognised": 0,
        "recommendations": 52,
        "risks": 51,
        "scenarios": 47,
        "techniques": 30,
        "tags": 9,
        "publishers": 6,
        "first_on": datetime(2025, 2, 11),
        "last_on": datetime(2026, 2, 26),
    }
    return pd.DataFrame([row | changes])


def newest(*rows: dict[str, object]) -> pd.DataFrame:
    row: dict[str, object] = {
        "report_id": "report-1",
        "title": "**Harbour** closed",
        "publisher": "Harbour Gazette",
        "published_on": pd.Timestamp(2025, 6, 3),
        "template": "sat",
        "flags": [],
        "marking": None,
        "bluf": "It closed. It is late. It stays.",
        "warning_count": 0,
        "unread_count": 0,
        "total": 9,
    }
    return pd.DataFrame([row | change for change in rows], columns=list(row))


def view(now: pd.DataFrame, *rows: dict[str, object]) -> Overview:
    return overview(now, counts(reports=12, risks=51), newest(*rows), Listing())


def test_headline_counts_reports_and_publishers_and_dates_the_newest() -> None:
    assert view(counts()).headline == "15 reports from 6 publishers, the newest of 26 Feb 2026"


@pytest.mark.parametrize(
    ("changes", "headline"),
    [
        ({"reports": 1, "publishers": 1}, "1 report from 1 publisher, the newest of 26 Feb 2026"),
        ({"publishers": 0}, "15 reports, the newest of 26 Feb 2026"),
        ({"last_on": pd.NaT}, "15 reports from 6 publishers, none of them dated"),
        ({"reports": 0}, "No report recognised yet"),
    ],
)
def test_headline_leaves_out_what_is_not_stated(changes: dict[str, object], headline: str) -> None:
    assert view(counts(**changes)).headline == headline


def test_scope_names_the_period_and_the_texts_that_are_left_aside() -> None:
    assert view(counts(unrecognised=2)).scope == (
        "All reports loaded so far, 11 Feb 2025–26 Feb 2026. "
        "2 texts not recognised, kept on the Data page."
    )


def test_every_figure_says_what_the_last_load_added() -> None:
    figures = [(kpi.label, kpi.value, kpi.added) for kpi in view(counts()).kpis]
    assert figures[:2] == [("Reports", 15, 3), ("Risk sentences", 51, 0)]
    assert len(figures) == 5


def test_row_speaks_in_words() -> None:
    (row,) = view(counts(), {"flags": ["sample", "truncated"], "marking": "TLP:AMBER"}).newest
    assert row.title == "Harbour closed"
    assert row.meta == "2025-06-03 · Harbour Gazette · Structured-techniques report"
    assert row.chips == (
        Chip("Sample"),
        Chip("Truncated", "yellow"),
        Chip("TLP:AMBER", "tlp_amber"),
    )
    assert row.bluf == "It closed. It is late. …"


def test_row_counts_warnings_and_unread_text_as_remarks() -> None:
    (row,) = view(counts(), {"warning_count": 2, "unread_count": 1}).newest
    assert row.meta.endswith(" · Structured-techniques report · 3 remarks")


def test_listing_says_how_much_of_it_is_listed() -> None:
    found = view(counts(), {}, {})
    assert found.newest_scope == "2 of 9 reports, by date of publication."
    assert found.left_out == 7


def test_row_without_date_publisher_or_bluf_says_so_or_leaves_it_out() -> None:
    absent: dict[str, object] = {"published_on": pd.NaT, "publisher": None, "bluf": None}
    (row,) = view(counts(), absent).newest
    assert row.meta == "no date stated · Structured-techniques report"
    assert row.bluf is None


@pytest.mark.parametrize(
    ("flags", "notice"),
    [
        ([[], []], None),
        (
            [["sample"], []],
            "1 of the 2 reports listed below is invented for demonstration and marked Sample.",
        ),
        (
            [["sample"], ["sample"]],
            "All 2 reports listed below are invented for demonstration and marked Sample.",
        ),
        (
            [["sample"]],
            "The report listed below is invented for demonstration and marked Sample.",
        ),
    ],
)
def test_samples_are_always_said_to_be_invented(flags: list[list[str]], notice: str | None) -> None:
    assert view(counts(), *({"flags": found} for found in flags)).notice == notice


def test_footer_names_data_date_reports_and_build() -> None:
    assert footer(counts(), 3) == "Data to 2026-02-26 · 15 reports · build 3"


def test_footer_of_undated_reports_says_so() -> None:
    assert footer(counts(last_on=pd.NaT), 1) == "No dated report · 15 reports · build 1"


def test_publishers_have_their_count_and_newest_day() -> None:
    frame = pd.DataFrame({"publisher": ["A"], "reports": [2], "last_on": [pd.NaT]})
    (row,) = publisher_rows(frame)
    assert (row.name, row.reports, row.last_on) == ("A", 2, "no date stated")
