"""The Trends page: the sample, nothing left, one report, none dated."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.query.filters import Filters
from dash_intel.query.picked import Pick, read_span, tag_reports
from dash_intel.query.regions import Part
from dash_intel.query.trends import Look
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import markdown, titles, unescaped
from tests.query.test_tags import tagged
from tests.reports import dated


@pytest.fixture
def sample(page: Page, database: Path) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    return page


def opened(database: Path) -> Database:
    build = current_build(database)
    assert build is not None
    return open_build(build)


def labels(app: AppTest) -> list[str]:
    return [one.label for one in app.sidebar.selectbox]


def reports(app: AppTest) -> list[str]:
    found = [unescaped(one.proto.label) for one in app.get("page_link")]
    return [label.strip("*") for label in found if label.startswith("**")]


def address(app: AppTest, name: str) -> str:
    found = app.query_params[name]
    return found[0] if isinstance(found, list) else found


def charts(app: AppTest) -> list[str]:
    return [one.proto.alt for one in app.get("plotly_chart")]


@pytest.mark.parametrize(
    ("astray", "said"),
    [
        ({"topic": "no such tag"}, "The link names a tag that is not here."),
        ({"topic": "{tag}", "days": "soon"}, "The link names a period that is not here."),
        (
            {"topic": "{tag}", "days": "all", "area": "region.999"},
            "The link names a region or country that is not here.",
        ),
    ],
)
def test_link_that_names_nothing_known_says_so(
    sample: Page, astray: dict[str, str], said: str
) -> None:
    assert "The link names" not in unescaped(markdown(sample("trends")))
    found = sample(
        "trends",
        period="all",
        **{name: one.format(tag="cybersecurity") for name, one in astray.items()},
    )
    assert not found.exception
    assert said in unescaped(markdown(found))


def test_the_sample_is_drawn_with_its_filters(sample: Page) -> None:
    app = sample("trends")
    assert not app.exception
    assert "Period" in labels(app)
    assert titles(app)[:3] == [
        "No tag rose or faded more than by chance",
        "Share of reports carrying a tag, by month",
        "Every tag, by how far it moved",
    ]
    assert len(charts(app)) == 3
    said = unescaped(markdown(app))
    assert (
        "Left out as stamps, on more than 60% of all reports, as they were read: regional focus."
        in said
    )
    assert "26 of 28 days of February" in said


@pytest.mark.parametrize(
    "query",
    [
        {"by": "week"},
        {"by": "quarter", "show": "volume"},
        {"by": "never", "show": "nothing", "table": "x", "areas": "y", "reports": "-1"},
        {"stamps": "shown", "unsupported": "hidden", "strict": "yes"},
        {"table": "areas", "areas": "group"},
        {"table": "pairs", "count": "events"},
        {"tag-trends-as": "table", "tag-line-as": "table", "tag-time-as": "table"},
        {"topic": "drones", "days": "all", "with": "nothing at all", "reports": "9"},
        {"topic": "<b>", "days": "x", "area": "planet.9"},
        {"topic": "drones", "days": "0001-01-01..9999-12-31", "area": "region.145"},
        {"period": "all"},
        {"period": "30d", "by": "quarter"},
    ],
    ids=str,
)
def test_every_way_to_look_at_tags_is_drawn(sample: Page, query: dict[str, str]) -> None:
    app = sample("trends", **query)
    assert not app.exception
    assert "Period" in labels(app)
    assert "Every tag, by how far it moved" in titles(app)


def test_controls_are_kept_in_the_address(sample: Page) -> None:
    app = sample("trends")
    next(one for one in app.toggle if one.label == "Hide stamps").set_value(False).run()
    assert not app.exception
    assert address(app, "stamps") == "shown"
    assert "Left out as stamps" not in unescaped(markdown(app))
    assert "regional focus" in app.dataframe[0].value["Tag"].tolist()


def test_choosing_a_tag_lists_its_reports(sample: Page, database: Path) -> None:
    app = sample("trends")
    choice = next(one for one in app.selectbox if one.label == "Tag" and "drones" in one.options)
    choice.select("drones").run()
    assert not app.exception
    assert address(app, "topic") == "drones"
    assert "Drones" in titles(app)
    span = read_span(address(app, "days"))
    found = tag_reports(opened(database), Filters(), Look(), Pick("drones", span), Part(5))
    assert reports(app) == found["title"].tolist()


def test_pages_of_a_list_hold_as_many_reports_as_it_says(sample: Page, database: Path) -> None:
    found: list[list[str]] = []
    for number in ("1", "2", "3"):
        app = sample("trends", topic="cybersecurity", days="all", period="all", reports=number)
        assert "13 reports in the days that are looked at" in unescaped(markdown(app))
        found.append(reports(app))
    assert [len(one) for one in found] == [5, 5, 3]
    pick, every = Pick("cybersecurity"), Filters(period="all")
    whole = tag_reports(opened(database), every, Look(), pick, Part(100))
    assert [one for page in found for one in page] == whole["title"].tolist()
    beyond = sample("trends", topic="cybersecurity", days="all", period="all", reports="99")
    assert reports(beyond) == found[0]


def test_filters_that_leave_nothing_are_said(sample: Page) -> None:
    app = sample("trends", period="days", since="1999-01-01", until="1999-12-31")
    assert not app.exception
    assert charts(app) == []
    assert len(app.dataframe) == 0
    assert titles(app)[0] != "Tag trends"
    assert "Period" in labels(app)


def test_one_report_is_drawn_without_a_ranking(page: Page, load: LoadOutcomes) -> None:
    load(tagged("One", "ports"))
    app = page("trends")
    assert not app.exception
    assert "Period" in labels(app)
    assert titles(app)[0] == "Tag trends"
    assert "No month with reports is complete yet" in unescaped(markdown(app))
    assert reports(app) == ["One"]


def test_reports_without_a_date_or_a_tag_are_said(page: Page, load: LoadOutcomes) -> None:
    load(dated(None, "undated"))
    app = page("trends", period="all")
    assert not app.exception
    assert "None of these reports has a date" in unescaped(markdown(app))


def test_reports_without_a_tag_are_said(page: Page, load: LoadOutcomes) -> None:
    load(tagged("One"))
    app = page("trends")
    assert not app.exception
    assert "None of these reports carries a tag" in unescaped(markdown(app))


def test_hostile_tags_stay_words(page: Page, load: LoadOutcomes) -> None:
    hostile = "<script>alert(1)</script> **x** $y$"
    load(tagged("One", hostile))
    app = page("trends")
    assert not app.exception
    assert "Script" not in titles(app)
    assert all("<script>" not in one.value.replace("\\<", "") for one in app.markdown)


@pytest.mark.parametrize("table", ["areas", "pairs"])
def test_tables_of_all_dates_say_so_and_how_far_the_data_reach(sample: Page, table: str) -> None:
    app = sample("trends", period="all", table=table)
    assert "All dates. Data to 20" in unescaped(markdown(app))
