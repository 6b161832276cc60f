"""What changed, on the overview: the sample, filters that leave nothing, one report."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import ledger as ledgers
from dash_intel import pipeline
from dash_intel.ledger import RecommendationChange
from dash_intel.model.ledger import Editing, Person
from dash_intel.query.decisions import BuildSubjects
from dash_intel.settings import SAMPLE_DIRECTORY, ledger_address
from dash_intel.store import current_build, open_build
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import markdown, titles, unescaped
from tests.reports import dated, full_report
from tests.sample import REPORTS


@pytest.fixture
def sample(page: Page, database: Path) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    return page


def figures(app: AppTest) -> dict[str, tuple[str, str]]:
    return {one.label: (one.value, one.delta) for one in app.metric}


def ways(app: AppTest, page: str) -> dict[str, str]:
    """Return what leads to a page: its label, and what it says in the address."""
    found = [one.proto for one in app.get("page_link") if one.proto.page == page]
    return {unescaped(one.label).strip("*"): one.query_string for one in found}


def test_filters_are_there(sample: Page) -> None:
    app = sample("overview")
    assert not app.exception
    assert app.selectbox(key="filter-period").value == "6m"
    assert app.multiselect(key="filter-areas").value == []


def test_headline_names_the_region_that_moved(sample: Page) -> None:
    app = sample("overview")
    said = titles(app)
    assert said[0] == "Reported risk in Middle Africa worsened, most in society and governance"
    assert "Middle Africa deteriorated" in said
    assert "What moved Middle Africa" in said


def test_figures_say_now_and_before(sample: Page) -> None:
    app = sample("overview")
    assert figures(app)["Reports"] == ("34", "+10")
    assert list(figures(app)) == [
        "Reports",
        "Events",
        "At level 4–5",
        "Scenarios",
        "Recommendations",
    ]
    assert "24 Feb–26 Aug 2025: 24 reports" in unescaped(markdown(app))


def test_last_share_of_a_tag_says_which_month_it_is_of(sample: Page) -> None:
    assert "14% in February so far" in unescaped(markdown(sample("overview")))


def test_all_dates_have_nothing_before(sample: Page) -> None:
    app = sample("overview", period="all")
    assert figures(app)["Reports"] == (str(REPORTS), "")
    assert "no period before to compare with" in markdown(app)


def test_figure_of_level_4_lists_the_reports_it_counts(sample: Page) -> None:
    app = sample("overview")
    app.button(key="figure-high").click().run()
    assert not app.exception
    assert app.query_params["moved"] == "high"
    assert "Sentences at level 4 or 5" in titles(app)
    assert "8 reports, " in unescaped(markdown(app))


def test_region_of_the_address_has_its_sentences_beside(sample: Page) -> None:
    app = sample("overview", moved="region:145~")
    assert "Strongest on Western Asia" in titles(app)
    app.button(key="moved-close").click().run()
    assert "What moved Middle Africa" in titles(app)


def test_judgements_are_quoted_before_and_now(sample: Page) -> None:
    app = sample("overview")
    said = unescaped(markdown(app))
    assert "Wording moved on two countries" in titles(app)
    assert "Gangs are **likely** to extend extortion from the banana yards" in said
    assert "Gangs are **very likely** to extend extortion to all" in said


def test_ways_lead_on_with_the_filters(sample: Page) -> None:
    app = sample("overview", region="017")
    assert ways(app, "search")["Reports"] == "region=017"
    assert "count=events" in ways(app, "search")["Events"]
    assert ways(app, "scenarios")["Scenarios"] == "region=017"
    tag, address = next(iter(ways(app, "trends").items()))
    assert f"topic={tag.lower()}".replace(" ", "+") in address.lower()


def test_filters_that_leave_nothing_leave_the_loads(sample: Page) -> None:
    app = sample("overview", period="days", until="2001-01-01")
    assert not app.exception
    assert titles(app)[0] == "No reports match these filters"
    assert "Newest reports" in titles(app)
    assert not app.metric


def test_one_report_has_every_part_and_claims_nothing(page: Page, load: LoadOutcomes) -> None:
    load(full_report())
    app = page("overview")
    assert not app.exception
    assert titles(app)[0] == "What changed"
    assert {"No wording moved", "Advice that is due"} <= set(titles(app))
    assert figures(app)["Reports"] == ("1", "")
    assert "No tag rose or faded more than by chance" not in titles(app)
    assert "0 of 0" not in markdown(app)
    assert "by month, " not in unescaped(markdown(app)), "a course of one month is no course"


def test_undated_report_has_no_course(page: Page, load: LoadOutcomes) -> None:
    load(dated(None, "Undated"))
    app = page("overview", period="all")
    assert not app.exception
    assert "nothing to draw over time" in markdown(app)


def test_listing_of_the_address_is_said_at_the_top(sample: Page) -> None:
    said = unescaped(markdown(sample("overview", load="1")))
    assert "[Reports from load 1](#listed)" in said


def test_advice_past_its_day_is_overdue_and_leads_to_the_tracker(
    sample: Page, database: Path
) -> None:
    build = current_build(database)
    assert build is not None
    opened = open_build(build)
    newest = opened.rows(
        "SELECT recommendation_id FROM recommendation INNER JOIN report USING (report_key)"
        " ORDER BY published_on DESC LIMIT 1"
    )
    ledger = ledgers.open_ledger(ledger_address())
    yesterday = (datetime.now(UTC) - timedelta(1)).date()
    ledgers.set_recommendation(
        ledger,
        BuildSubjects(opened),
        Editing(Person("Mira", "admin"), str(newest["recommendation_id"].iloc[0])),
        RecommendationChange(status="accepted", owner="Jon", due_on=yesterday),
    )
    app = sample("overview")
    assert "Advice: 1 overdue" in map(unescaped, titles(app))
    assert ways(app, "recommendations")["All 1 overdue"] == "quick=overdue"


def test_first_visit_claims_nothing_and_the_next_one_says_what_is_new(
    page: Page, load: LoadOutcomes
) -> None:
    load(full_report())
    assert "last visit" not in markdown(page("overview"))
    load(dated(date(2025, 6, 4), "Talks resume"))
    ledger = ledgers.open_ledger(ledger_address())
    later = datetime.now(UTC) + timedelta(hours=2)
    assert ledgers.visit(ledger, ledgers.local_person(), later) is not None
    app = page("overview")
    assert not app.exception
    labels = [unescaped(one.label) for one in app.expander]
    assert any(one.endswith(": 1 report loaded") for one in labels)
    assert "Talks resume" in ways(app, "report")


def test_visit_of_a_viewer_makes_no_ledger(
    page: Page, load: LoadOutcomes, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(full_report())
    roles = tmp_path / "roles.csv"
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.setenv("DASH_INTEL_ROLES", str(roles))
    monkeypatch.setenv("LOGNAME", "vi")
    for role, is_there in (("viewer", False), ("analyst", True)):
        roles.write_text(f"name,role\nvi,{role}\n", encoding="utf-8")
        assert not page("overview").exception
        assert (database / "ledger.sqlite").exists() == is_there
