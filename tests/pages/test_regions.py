"""Regions: one area, two side by side, and areas without a report."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.model.reading import Category
from dash_intel.settings import SAMPLE_DIRECTORY, database_directory
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import markdown, titles, unescaped
from tests.reports import dated, full_report

SECTIONS = (
    "What is not known",
    "Latest judgements",
    "Scenarios",
    "Advice",
    "Who is named",
    "Tags",
    "Sources",
    "Techniques named",
)


@pytest.fixture
def sample(page: Page) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database_directory(), jobs=1)
    return page


def button(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if unescaped(one.label) == label).click().run()


def select(app: AppTest, label: str) -> object:
    return next(one for one in app.selectbox if one.label == label)


def address(app: AppTest, key: str) -> str:
    found = app.query_params[key]
    return found if isinstance(found, str) else found[-1]


def said(app: AppTest) -> str:
    return unescaped(markdown(app))


def has_filters(app: AppTest) -> bool:
    return any("Period" in (one.label or "") for one in app.sidebar.selectbox)


def test_sample_shows_every_section_of_the_most_reported_country(sample: Page) -> None:
    app = sample("regions", period="all")
    assert not app.exception
    assert has_filters(app)
    assert [one for one in SECTIONS if one not in titles(app)] == []
    assert select(app, "Area").value == "country:CMR"  # type: ignore[attr-defined]
    assert unescaped(titles(app)[0]).startswith("Cameroon: 6 reports")


def test_link_opens_an_area_beside_another(sample: Page) -> None:
    app = sample("regions", period="all", area="country:CMR", beside="country:TCD")
    assert not app.exception
    assert has_filters(app)
    assert unescaped(titles(app)[0]) == "Cameroon and Chad: 6 reports each"
    for name in ("Cameroon", "Chad"):
        assert [
            one for one in SECTIONS if f"{one}: {name}" not in map(unescaped, titles(app))
        ] == []
    assert "6 reports are counted in both areas." in unescaped(markdown(app))


def test_neighbour_is_set_beside_by_one_click(sample: Page) -> None:
    app = button(sample("regions", period="all", area="country:CMR"), "Chad · 6 reports")
    assert address(app, "beside") == "country:TCD"
    assert unescaped(titles(app)[0]) == "Cameroon and Chad: 6 reports each"


@pytest.mark.parametrize("area", ["country:XYZ", "<b>", "country", "~", "'; DROP TABLE report"])
def test_area_that_is_none_is_the_most_reported_country(sample: Page, area: str) -> None:
    app = sample("regions", period="all", area=area, beside=area)
    assert not app.exception
    assert unescaped(titles(app)[0]).startswith("Cameroon: 6 reports")


def test_area_without_a_report_in_the_period_offers_one_that_has_some(sample: Page) -> None:
    app = sample("regions", period="30d", area="country:BEN")
    assert not app.exception
    assert titles(app) == ["Benin"]
    assert "No report on Benin matches these filters. The newest one before" in said(app)
    app = next(one for one in app.button if one.label.startswith("Show the year to")).click().run()
    assert "No report on Benin" not in said(app)
    assert address(app, "period") == "days"


def test_area_that_no_report_names_says_so(sample: Page) -> None:
    app = sample("regions", period="90d", area="country:NRU")
    assert not app.exception
    assert "There is none before this period either." in said(app)


def test_number_lists_as_many_reports_as_it_says(sample: Page) -> None:
    app = button(sample("regions", period="all", area="country:CMR"), "Gobo Traders’ Committee")
    assert address(app, "behind") == "entity:Gobo Traders’ Committee"
    assert "2 reports, the newest first." in said(app)
    app = button(app, "Gobo Traders’ Committee")
    assert "behind" not in app.query_params
    assert "2 reports, the newest first." not in said(app)


def test_one_number_is_open_at_a_time(sample: Page) -> None:
    app = sample("regions", period="all", area="country:CMR", beside="country:TCD")
    app = button(app, "List the 6 in this period")
    app = button(app, "Gobo Traders’ Committee")
    assert address(app, "behind") == "entity:Gobo Traders’ Committee"
    assert "behind-beside" not in app.query_params


def test_another_area_begins_its_lists_anew(sample: Page) -> None:
    app = sample("regions", period="all", area="country:CMR", judgements="2", behind="report:")
    select(app, "Area").set_value("country:TCD").run()  # type: ignore[attr-defined]
    assert address(app, "area") == "country:TCD"
    assert not {"judgements", "behind"} & set(app.query_params)


@pytest.mark.parametrize("part", ["0", "-1", "99999999", "x", "²"])
def test_part_that_is_none_is_the_first(sample: Page, part: str) -> None:
    shown = sample("regions", period="all", area="country:CMR", judgements=part, tags=part)
    assert not shown.exception
    first = sample("regions", period="all", area="country:CMR")
    assert [one.value for one in shown.text] == [one.value for one in first.text]


def test_one_report_shows_what_it_has(page: Page, load: LoadOutcomes) -> None:
    load(full_report())
    app = page("regions", period="all")
    assert not app.exception
    assert has_filters(app)
    assert unescaped(titles(app)[0]) == "Moldova: 1 report"
    assert "Open the northern berth" not in said(app)
    assert "Mira Toll" in [unescaped(one.label) for one in app.button]


def test_reports_that_name_no_place_have_no_area(page: Page, load: LoadOutcomes) -> None:
    load(dated(date(2026, 1, 1), "January"))
    app = page("regions", period="all")
    assert not app.exception
    assert titles(app)[0] == "Regions"


def test_filters_that_leave_nothing_leave_no_section(sample: Page) -> None:
    app = sample("regions", q="zeppelin")
    assert not app.exception
    assert has_filters(app)
    assert not set(SECTIONS) & set(titles(app))


def test_same_sentence_may_stand_behind_both_areas_and_be_corrected_in_one(
    page: Page, load: LoadOutcomes
) -> None:
    report = full_report()
    cyber = (Category("cyber", (), (), "category@1"),)
    risks = tuple(replace(one, categories=cyber) for one in report.contents.risks)
    load(replace(report, contents=replace(report.contents, risks=risks)))
    number = "risk:cyber"
    at = {"area": "country:MDA", "beside": "region:151", "period": "all"}
    app = page("regions", **at, behind=number, **{"behind-beside": number})
    assert not app.exception
    buttons = [one for one in app.button if one.label == "Correct"]
    assert len(buttons) == 2
    buttons[1].click().run()
    assert not app.exception
    assert [one.label for one in app.button].count("Close") == 1
