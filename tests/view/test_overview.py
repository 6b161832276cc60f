"""The listing of the overview says in words what the rows say in numbers."""

from datetime import datetime

import pandas as pd
import pytest

from dash_intel.view.item import Chip
from dash_intel.view.listing import Listing
from dash_intel.view.overview import (
    Newest,
    footer,
    is_empty,
    is_recognised,
    newest,
    publisher_rows,
    sample_notice,
    set_aside,
)


def counts(**changes: object) -> pd.DataFrame:
    row = {
        "reports": 15,
        "samples": 0,
        "superseded": 0,
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


def frame(*rows: dict[str, object]) -> pd.DataFrame:
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


def view(*rows: dict[str, object]) -> Newest:
    return newest(frame(*rows), Listing())


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, (False, True)),
        ({"reports": 0, "unrecognised": 2}, (False, False)),
        ({"reports": 0}, (True, False)),
    ],
)
def test_texts_that_no_profile_reads_are_loaded_but_no_reports(
    changes: dict[str, object], found: tuple[bool, bool]
) -> None:
    assert (is_empty(counts(**changes)), is_recognised(counts(**changes))) == found


def test_texts_that_are_left_aside_are_counted() -> None:
    said = "2 texts not recognised, kept on the Data page."
    assert set_aside(counts(unrecognised=2)) == said


def test_row_speaks_in_words() -> None:
    (row,) = view({"flags": ["sample", "truncated"], "marking": "TLP:AMBER"}).rows
    assert row.title == "Harbour closed"
    assert row.meta == "2025-06-03 · Harbour Gazette · Structured-techniques report"
    assert row.chips == (
        Chip("Sample"),
        Chip("Truncated", "yellow"),
        Chip("TLP:AMBER", "tlp_amber"),
    )
    assert row.bluf == "It closed. It is late. …"


def test_row_counts_warnings_and_unread_text_as_remarks() -> None:
    (row,) = view({"warning_count": 2, "unread_count": 1}).rows
    assert row.meta.endswith(" · Structured-techniques report · 3 remarks")


def test_listing_says_how_much_of_it_is_listed() -> None:
    found = view({}, {})
    assert found.scope == "2 of 9 reports, by date of publication."
    assert found.left_out == 7


def test_row_without_date_publisher_or_bluf_says_so_or_leaves_it_out() -> None:
    absent: dict[str, object] = {"published_on": pd.NaT, "publisher": None, "bluf": None}
    (row,) = view(absent).rows
    assert row.meta == "no date stated · Structured-techniques report"
    assert row.bluf is None


@pytest.mark.parametrize(
    ("samples", "reports", "notice"),
    [
        (0, 2, None),
        (1, 2, "1 of the 2 reports loaded is invented for demonstration and marked Sample."),
        (59, 59, "All 59 reports loaded are invented for demonstration and marked Sample."),
        (1, 1, "The report loaded is invented for demonstration and marked Sample."),
    ],
)
def test_samples_are_always_said_to_be_invented(
    samples: int, reports: int, notice: str | None
) -> None:
    assert sample_notice(counts(samples=samples, reports=reports)) == notice


def test_footer_names_data_date_reports_and_build() -> None:
    assert footer(counts(), 3) == "Data to 2026-02-26 · 15 reports · build 3"


def test_footer_of_undated_reports_says_so() -> None:
    assert footer(counts(last_on=pd.NaT), 1) == "No dated report · 15 reports · build 1"


def test_publishers_have_their_count_and_newest_day() -> None:
    frame = pd.DataFrame({"publisher": ["A"], "reports": [2], "last_on": [pd.NaT]})
    (row,) = publisher_rows(frame)
    assert (row.name, row.reports, row.last_on) == ("A", 2, "no date stated")
