"""The pages on the sample reports."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.model.problem import Problem
from dash_intel.model.report import Contents, Head, Marking, ParseReport
from dash_intel.query.report import index
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import current_build, open_build
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import footer, markdown, titles, unescaped
from tests.reports import dated, report
from tests.sample import REPORTS, TEXTS


@pytest.fixture
def sample(page: Page, database: Path) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    return page


def links(app: AppTest) -> list[str]:
    """Return the titles of the reports that are listed."""
    found = [one.proto for one in app.get("page_link") if one.proto.page == "report"]
    labels = [unescaped(one.label) for one in found]
    return [label.strip("*") for label in labels if label.startswith("**")]


def test_overview_says_what_the_last_load_added(sample: Page) -> None:
    app = sample("overview")
    assert not app.exception
    said = markdown(app)
    assert "Load 1, " in said
    assert f"**{TEXTS}**" in said


def test_overview_marks_the_sample_as_invented(sample: Page) -> None:
    app = sample("overview")
    assert "invented for demonstration" in markdown(app)
    assert markdown(app).count(":gray-badge[Sample]") == 8


def test_overview_says_that_a_second_load_added_nothing(sample: Page, database: Path) -> None:
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    app = sample("overview")
    assert "Load 2, " in markdown(app)
    assert "New reports" not in [one.label for one in app.button]


def test_figures_of_the_last_load_lead_to_its_reports(sample: Page, load: LoadOutcomes) -> None:
    load(dated(None, "Undated"))
    app = sample("overview")
    assert links(app)[0] != "Undated"
    next(one for one in app.button if one.label == "New reports").click().run()
    assert not app.exception
    assert "Reports from load 2" in titles(app)
    assert links(app) == ["Undated"]
    assert app.query_params["load"] == "2"


def test_address_lists_reports_with_remarks(sample: Page, load: LoadOutcomes) -> None:
    load(dated(None, "Odd", parse=ParseReport(warnings=(Problem("odd", "Odd."),))))
    app = sample("overview", remarks="yes", load="2")
    assert not app.exception
    assert links(app) == ["Odd"]
    assert "1 remark" in unescaped(markdown(app))
    app = sample("overview", load="99")
    assert "Newest reports" in titles(app)


def test_more_of_a_listing_is_shown_on_demand(sample: Page) -> None:
    app = sample("overview")
    assert len(links(app)) == 8
    for shown in (33, 58, REPORTS):
        next(one for one in app.button if one.label == "Show more").click().run()
        assert len(links(app)) == shown
    assert "Show more" not in [one.label for one in app.button]


def test_report_page_opens_the_newest(sample: Page) -> None:
    app = sample("report")
    assert not app.exception
    assert unescaped(titles(app)[0]) in app.selectbox[0].options[0]
    assert "its events did not happen" in markdown(app)


def test_report_page_opens_the_report_of_the_link(sample: Page, database: Path) -> None:
    build = current_build(database)
    assert build is not None
    oldest = str(index(open_build(build))["report_id"].iloc[-1])
    app = sample("report", report=oldest)
    assert not app.exception
    assert app.selectbox[0].value == oldest
    assert app.button[1].disabled


@pytest.mark.parametrize(
    ("marking", "colour"), [("TLP:RED", "#FF2B2B"), ("TLP:AMBER+STRICT", "#FFC000")]
)
def test_marking_is_shown_in_its_colour(
    page: Page, load: LoadOutcomes, marking: Marking, colour: str
) -> None:
    load(report("Marked.", contents=Contents(head=Head(headline="Marked", marking=marking))))
    for name in ("overview", "report"):
        said = f'{marking}]{{foreground="{colour}" background="#000000"}}'
        assert said in unescaped(markdown(page(name)))


@pytest.mark.parametrize(
    ("item", "is_missed"), [("nothing", True), ("<b>", True), ("bluf", False), (None, False)]
)
def test_item_of_a_link_that_is_not_in_the_report_is_said_to_be_missing(
    sample: Page, item: str | None, is_missed: bool
) -> None:
    app = sample("report", **({"item": item} if item else {}))
    assert not app.exception
    assert ("is not in this report" in unescaped(markdown(app))) == is_missed


def test_older_and_newer_step_through_the_reports(sample: Page) -> None:
    app = sample("report")
    first = app.selectbox[0].value
    newer, older = app.button[0], app.button[1]
    assert (newer.label, newer.disabled, older.label, older.disabled) == (
        "Newer",
        True,
        "Older",
        False,
    )
    older.click().run()
    assert app.selectbox[0].value != first
    assert app.query_params["report"] == app.selectbox[0].value
    app.button[0].click().run()
    assert app.selectbox[0].value == first


def test_choosing_a_report_opens_it(sample: Page) -> None:
    app = sample("report")
    app.selectbox[0].select_index(3).run()
    assert unescaped(titles(app)[0]) in app.selectbox[0].options[3]
    assert app.query_params["report"] == app.selectbox[0].value


def test_unknown_report_is_said_calmly_with_a_way_out(sample: Page) -> None:
    app = sample("report", report="report-nowhere")
    assert not app.exception
    assert titles(app) == ["No report has this address"]
    app.button[0].click().run()
    assert app.button[0].label == "Newer"
    assert app.button[0].disabled


def test_data_page_lists_loads_and_says_that_nothing_failed(sample: Page) -> None:
    app = sample("data")
    assert not app.exception
    assert titles(app)[0].replace("\\", "") == (
        f"{REPORTS} reports (1 older revision not counted) from 1 load"
    )
    assert app.dataframe[0].value["New reports"].tolist() == [TEXTS]
    assert "every file that was loaded could be read" in unescaped(markdown(app))


@pytest.mark.parametrize("name", ["overview", "report", "data"])
def test_every_page_ends_with_the_date_of_its_data(sample: Page, name: str) -> None:
    line = footer(sample(name))
    assert line.startswith(":small[:gray[Data to 20")
    assert line.endswith(f"{REPORTS} reports · build 1]]")
