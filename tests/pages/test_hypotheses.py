"""Hypotheses side by side and over time, without a browser."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.settings import SAMPLE_DIRECTORY
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.hostile import hostile
from tests.pages.test_filters import WIDGETS, widgets
from tests.pages.test_hostile import LIVE, drawn
from tests.pages.words import markdown, titles, unescaped
from tests.reports import dated, full_report

VIEWS = ["beside", "time", "ach"]

views = pytest.mark.parametrize("view", VIEWS)


@pytest.fixture
def sample(page: Page, database: Path) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    return page


def quoted(app: AppTest) -> list[str]:
    return [part.value for part in app.text]


def links(app: AppTest) -> list[str]:
    return [link.proto.query_string for link in app.get("page_link")]


@views
def test_every_view_has_the_filters(sample: Page, view: str) -> None:
    app = sample("hypotheses", view=view, period="all")
    assert not app.exception
    assert widgets(app) >= WIDGETS


@views
def test_filters_that_leave_nothing_draw_no_view(sample: Page, view: str) -> None:
    app = sample("hypotheses", view=view, q="zzzzqq")
    assert not app.exception
    assert widgets(app) >= WIDGETS
    assert not quoted(app)
    assert titles(app)[0].startswith("No report")


@views
def test_one_report_is_enough(page: Page, load: LoadOutcomes, view: str) -> None:
    load(full_report())
    app = page("hypotheses", view=view, period="all")
    assert not app.exception


@views
def test_reports_without_hypotheses_are_said_to_have_none(
    page: Page, load: LoadOutcomes, view: str
) -> None:
    load(dated(None, "Other"))
    app = page("hypotheses", view=view, period="all")
    assert not app.exception
    assert not quoted(app)


@views
def test_nothing_of_a_report_is_markup(page: Page, load: LoadOutcomes, view: str) -> None:
    load(hostile())
    app = page("hypotheses", view=view, period="all", matrix=hostile().document_id)
    assert not app.exception
    assert [live for live in LIVE if re.search(live, drawn(app))] == []


def test_reports_are_beside_each_other_with_their_assessment(sample: Page) -> None:
    app = sample("hypotheses", period="all")
    assert titles(app)[0] == "32 of 35 reports say which hypothesis they prefer"
    said = unescaped(markdown(app))
    assert "35 reports with competing hypotheses, the newest first." in said
    assert any("Hypothesis A is currently better supported" in one for one in quoted(app))
    for label in ("Hypothesis A", "Preferred", "Assumptions", "Information gaps"):
        assert label in said


def test_every_sentence_opens_at_its_item(sample: Page) -> None:
    found = links(sample("hypotheses", period="all"))
    for item in ("hypothesis-1", "hypothesis-2", "assessment", "assumption-1", "gap-1"):
        assert any(one.endswith(f"item={item}") for one in found)


def test_reports_that_do_not_say_can_be_listed_alone(sample: Page) -> None:
    app = sample("hypotheses", period="all", stance="open")
    said = unescaped(markdown(app))
    assert "3 reports that do not say which hypothesis they prefer" in said
    assert "Preference not stated" in said


def test_part_that_is_not_there_is_the_first(sample: Page) -> None:
    assert quoted(sample("hypotheses", period="all", reports="999")) == quoted(
        sample("hypotheses", period="all")
    )


def test_area_with_most_hypotheses_is_shown_over_time(sample: Page) -> None:
    app = sample("hypotheses", view="time", period="all")
    (area,) = [one for one in app.main.selectbox if one.label == "Area"]
    assert area.options[area.index].startswith("Italy")
    assert titles(app)[1] == "Hypotheses on Italy, by month"
    assert "A, B, 1 and 2 are letters of one report" in unescaped(markdown(app))
    assert len(quoted(app)) == 4


@pytest.mark.parametrize("area", ["all", "country:ZZZ", "nonsense"])
def test_any_area_in_a_link_is_drawn(sample: Page, area: str) -> None:
    app = sample("hypotheses", view="time", period="all", area=area)
    assert not app.exception


@pytest.mark.parametrize("cell", ['["crime for profit", "2025-10"]', "nonsense", '["\\ud800", ""]'])
def test_cell_in_a_link_lists_its_sentences(sample: Page, cell: str) -> None:
    app = sample("hypotheses", view="time", period="all", area="country:ITA", cell=cell)
    assert not app.exception
    assert quoted(app)


def test_area_without_hypotheses_says_so(sample: Page) -> None:
    app = sample("hypotheses", view="time", period="all", area="country:NZL")
    assert not app.exception
    assert titles(app)[0] == "Nothing on New Zealand weighs competing hypotheses"
