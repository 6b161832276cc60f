"""The Search page."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.settings import SAMPLE_DIRECTORY
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import markdown, titles, unescaped
from tests.reports import full_report, other_report
from tests.sample import REPORTS


@pytest.fixture
def sample(page: Page, database: Path) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    return page


def links(app: AppTest) -> list[str]:
    found = [unescaped(one.proto.label).replace("**", "") for one in app.get("page_link")]
    return [label for label in found if label]


def named(app: AppTest, key: str) -> list[str]:
    found = app.query_params[key]
    return [found] if isinstance(found, str) else list(found)


def facet(app: AppTest, label: str) -> list[str]:
    keys = [one.key for one in app.button if unescaped(one.label) == label]
    return [key for key in keys if key and key.startswith("facet-")]


def test_search_has_the_filters_and_lists_the_newest_first(sample: Page) -> None:
    app = sample("search", period="all")
    assert not app.exception
    assert app.sidebar.selectbox
    assert titles(app)[0] == "Search the reports"
    assert f"1–20 of {REPORTS} reports, newest first" in unescaped(markdown(app))
    assert len(links(app)) == 20


def test_words_of_the_address_are_looked_for_and_marked(sample: Page) -> None:
    app = sample("search", period="all", q="port")
    assert titles(app)[0] == "19 reports match “port”"
    assert app.text_input[0].value == "port"
    assert "**port**" in markdown(app)
    assert "19 reports of 16 events" in unescaped(markdown(app))


def test_words_that_are_typed_are_kept_with_the_other_filters(sample: Page) -> None:
    app = sample("search", period="all", tag="cybersecurity")
    app.text_input("filter-search").set_value("  port ").run()
    assert named(app, "q") == ["port"]
    assert named(app, "tag") == ["cybersecurity"]


def test_value_of_a_facet_becomes_a_filter_and_again_none(sample: Page) -> None:
    app = sample("search", period="all", q="port")
    app.button(key=facet(app, "port security")[0]).click().run()
    assert named(app, "tag") == ["port security"]
    assert titles(app)[0] == "8 reports match “port”"
    app.button(key=facet(app, "**× port security**")[0]).click().run()
    assert "tag" not in app.query_params
    assert titles(app)[0] == "19 reports match “port”"


def test_page_of_the_address_is_shown_and_one_past_the_last_is_the_last(sample: Page) -> None:
    assert f"41–{REPORTS} of" in markdown(sample("search", period="all", page="3"))
    assert f"41–{REPORTS} of" in markdown(sample("search", period="all", page="99"))
    assert "1–20 of" in markdown(sample("search", period="all", page="x"))


def test_other_filters_begin_on_the_first_page(sample: Page) -> None:
    app = sample("search", period="all", page="3")
    app.button(key=facet(app, "Western Asia")[0]).click().run()
    assert "page" not in app.query_params


def test_order_by_date_is_a_choice(sample: Page) -> None:
    app = sample("search", period="all", q="port", order="date")
    assert "newest first" in markdown(app)


def test_search_that_finds_nothing_says_so(sample: Page) -> None:
    app = sample("search", period="all", q="zeppelin")
    assert not app.exception
    assert app.text_input("filter-search").value == "zeppelin"
    assert links(app) == []


def test_one_report_is_one(page: Page, load: LoadOutcomes) -> None:
    load(full_report())
    app = page("search", period="all", q="vesna")
    assert titles(app)[0] == "1 report matches “vesna”"
    assert len(links(app)) == 1


def test_file_is_of_one_build_and_says_what_is_looked_at(
    page: Page, load: LoadOutcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(full_report())
    made: list[Callable[[], bytes]] = []
    monkeypatch.setattr(st, "download_button", lambda *_, data, **__: made.append(data))
    page("search", period="all", q="vesna", publisher="Harbour Gazette")
    load(other_report())
    rows = list(csv.reader(StringIO(made[-1]().decode("utf-8-sig"))))
    assert rows[0] == ["2 reports match “vesna”"]
    assert rows[1][0].startswith("All regions, all dates, published by Harbour Gazette, text")
    assert "2 reports" in rows[1][0]
    assert len(rows[rows.index([]) + 2 :]) == 2


def test_nothing_loaded_leads_to_loading(page: Page) -> None:
    app = page("search")
    assert not app.exception
    assert titles(app)[0] != "Search the reports"
