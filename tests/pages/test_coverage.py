"""The Coverage page."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.query.coverage import Cut
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.view.coverage import PARTS
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import markdown, titles, unescaped
from tests.reports import dated, full_report
from tests.sample import REPORTS


@pytest.fixture
def sample(page: Page, database: Path) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    return page


def headline(app: AppTest) -> str:
    return unescaped(titles(app)[0])


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_sample_is_drawn_with_the_filters(sample: Page, part: str) -> None:
    app = sample("coverage", period="12m", part=part)
    assert not app.exception
    assert app.sidebar.selectbox
    assert headline(app) != "Coverage"
    assert len(titles(app)) > 1


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_one_report_is_drawn(page: Page, load: LoadOutcomes, part: str) -> None:
    load(full_report())
    app = page("coverage", period="all", part=part)
    assert not app.exception


@pytest.mark.parametrize("part", PARTS)
def test_filters_that_leave_nothing_are_said(sample: Page, part: str) -> None:
    app = sample("coverage", part=part, q="zeppelin")
    assert not app.exception
    assert headline(app) == "No reports match these filters"


def test_headlines_say_the_findings(sample: Page) -> None:
    found = [headline(sample("coverage", period="all", part=part)) for part in PARTS]
    assert found == [
        "Diagnostic techniques are named most, in 51% of reports",
        f"24 of {REPORTS} reports say that something is not known",
        found[2],
        "All sections were found in every report",
        "Silence needs a period",
    ]
    assert found[2].startswith("Half of the ")


def test_headline_says_what_is_counted(sample: Page) -> None:
    said = headline(sample("coverage", period="all", count="events"))
    assert said.endswith("of events")


def test_key_of_the_address_lists_its_reports(sample: Page) -> None:
    key = Cut(technique="Network Analysis").key
    app = sample("coverage", period="all", by="technique", cut=key)
    assert "Network Analysis" in titles(app)
    assert "Open" in [one.proto.label for one in app.get("page_link")]
    app.button(key="behind-close").click().run()
    assert "cut" not in app.query_params


def test_gaps_tell_their_age_and_come_in_either_order(sample: Page) -> None:
    newest = sample("coverage", period="all", part="gaps")
    assert "7 days old" in unescaped(markdown(newest))
    oldest = sample("coverage", period="all", part="gaps", order="oldest")
    assert "357 days old" in unescaped(markdown(oldest))


def test_other_part_lets_go_of_the_list(sample: Page) -> None:
    app = sample("coverage", period="all", cut=Cut(family="Foresight").key)
    app.segmented_control(key="page-part").set_value("gaps").run()
    assert "cut" not in app.query_params
    assert "gaps" in app.query_params["part"]


def test_key_that_names_nothing_is_left_out(sample: Page) -> None:
    app = sample("coverage", period="all", cut="region=nowhere&x=1")
    assert not app.exception


@pytest.mark.parametrize(
    "cut",
    [
        "month=foo",
        "month=0000-01",
        "region=nowhere",
        "missing=%00",
        "warning=$$&profile=**x**",
        f"technique={'x' * 5_000}",
        "technique=Publishers",
        "family=%5Bx%5D(y)%00",
        "nameless=no&state=before",
    ],
)
def test_hostile_key_of_the_address_breaks_nothing(
    page: Page, load: LoadOutcomes, cut: str
) -> None:
    load(full_report())
    assert not page("coverage", period="all", part="publishers", cut=cut).exception


def test_foot_and_silence_are_of_a_period_that_ended_long_ago(
    page: Page, load: LoadOutcomes
) -> None:
    meanwhile, later = dated(date(2025, 6, 20), "one"), dated(date(2025, 12, 1), "two")
    load(full_report(), meanwhile, later)
    days = {"since": "2025-05-01", "until": "2025-06-30"}
    told = unescaped(markdown(page("coverage", **days)))
    assert "n = 2 reports, 1 May–30 Jun 2025. Data to 2025-06-20." in told
    app = page("coverage", part="silent", **(days | {"since": "2025-06-10"}))
    (table,) = (one.value for one in app.dataframe)
    assert list(table["Days since"]) == [27]
    cut = Cut(region="151", state="earlier").key
    listed = page("coverage", part="silent", cut=cut, **(days | {"since": "2025-06-10"}))
    assert "27 days old" in unescaped(markdown(listed))


def test_regions_that_fell_silent_are_named_and_no_low_risk(sample: Page) -> None:
    app = sample("coverage", period="90d", part="silent")
    assert headline(app) == "4 regions have fallen silent"
    assert "not low risk" in markdown(app)
