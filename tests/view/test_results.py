"""What a search found, in words."""

from datetime import date

import pandas as pd
import pytest

from dash_intel.query.results import PAGE, Order, Result, Results
from dash_intel.store import Segment
from dash_intel.view.results import ResultPage, headline, marked, pages, result_page, result_table
from tests.pages.hostile import ATTACK
from tests.pages.words import unescaped

ROW = {
    "report_id": "report-1",
    "title": "Strike closes the port",
    "publisher": "Gazette",
    "published_on": pd.Timestamp(date(2025, 6, 3)),
    "template": "sat",
    "flags": ["sample"],
    "regions": ["151", "011", "034", "017"],
    "marking": "TLP:AMBER",
    "opening": "The port of Vesna\nis closed.",
}
FOUND = Result((Segment("Strike closes the ", is_hit=False), Segment("port", is_hit=True)), ())


def view(
    row: dict[str, object] = ROW, result: Result = FOUND, order: Order = "relevance", page: int = 1
) -> ResultPage:
    return result_page(Results(1, order, pd.DataFrame([row]), (result,)), "port", page)


@pytest.mark.parametrize(
    ("total", "text", "said"),
    [
        (0, "", "Search the reports"),
        (1, "port", "1 report matches “port”"),
        (1_200, "port", "1,200 reports match “port”"),
        (0, "zzz", "0 reports match “zzz”"),
    ],
)
def test_headline_counts_what_matches(total: int, text: str, said: str) -> None:
    assert headline(total, text) == said


@pytest.mark.parametrize(("total", "number"), [(0, 1), (1, 1), (PAGE, 1), (PAGE + 1, 2)])
def test_there_is_one_page_at_least(total: int, number: int) -> None:
    assert pages(total) == number


def test_row_has_its_facts_and_the_words_that_were_found() -> None:
    (row,) = view().rows
    assert row.title == "Strike closes the **port**"
    assert row.meta == (
        "Gazette · 2025-06-03 · Eastern Europe, Middle Africa, Southern Asia and 1 more"
    )
    assert [chip.text for chip in row.chips] == ["Sample", "TLP:AMBER"]
    assert unescaped(row.words) == "The port of Vesna is closed."


def test_words_of_the_text_stand_between_ellipses() -> None:
    snippet = (Segment("closed the ", is_hit=False), Segment("port", is_hit=True))
    (row,) = view(result=Result(FOUND.title, snippet)).rows
    assert row.words == "… closed the **port** …"


def test_row_that_states_little_says_so() -> None:
    bare = ROW | {"publisher": None, "published_on": pd.NaT, "regions": [], "flags": []}
    (row,) = view(bare | {"marking": None}).rows
    assert (row.meta, row.chips) == ("no date stated", ())


@pytest.mark.parametrize(
    ("order", "how"),
    [("relevance", "best match first"), ("date", "newest first, undated last")],
)
def test_measure_says_the_order(order: Order, how: str) -> None:
    assert view(order=order).measure == f"1 of 1 report, {how}."


def test_measure_says_which_part_is_shown() -> None:
    rows = pd.DataFrame([ROW, ROW])
    second = result_page(Results(PAGE + 2, "date", rows, (FOUND, FOUND)), "port", 2)
    assert second.measure == f"21–22 of {PAGE + 2} reports, newest first, undated last."
    assert (second.page, second.pages) == (2, 2)
    none = result_page(Results(0, "date", pd.DataFrame([]), ()), "zzz", 1)
    assert (none.measure, none.rows) == ("", ())


def test_table_has_every_region_by_name() -> None:
    table = result_table(pd.DataFrame([ROW]), 20_000)
    assert table.rows[0][:5] == (
        "Strike closes the port",
        "Gazette",
        "2025-06-03",
        "Eastern Europe, Middle Africa, Southern Asia, Western Africa",
        "Structured-techniques report",
    )
    assert table.alt.endswith("The first 10,000 of 20,000.")
    assert "first" not in result_table(pd.DataFrame([ROW]), 1).alt


def test_only_what_was_looked_for_is_bold() -> None:
    pieces = [
        Segment("the ", is_hit=False),
        Segment("port", is_hit=True),
        Segment(" of ", is_hit=False),
        Segment("", is_hit=False),
        Segment("Vesna", is_hit=True),
    ]
    assert marked(pieces) == "the **port** of **Vesna**"
    assert marked([]) == ""


def test_words_of_a_report_are_never_markup() -> None:
    (row,) = view(result=Result((Segment(ATTACK, is_hit=True),), ())).rows
    assert row.title.count("**") == 2
    assert "\\<script\\>" in row.title
