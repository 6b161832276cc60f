"""Scenarios: cards, one scenario that is decided about, signposts, over time, what recurs."""

import re
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.ledger import ScenarioChange, open_ledger, set_scenario
from dash_intel.model.items import Scenario, Statement
from dash_intel.model.ledger import Decisions, Editing, Person, ScenarioState
from dash_intel.model.report import Report
from dash_intel.model.signpost import trigger_key
from dash_intel.query.decisions import BuildSubjects
from dash_intel.settings import SAMPLE_DIRECTORY, database_directory
from dash_intel.store import current_build, open_build
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.hostile import ATTACK, WHOLE, hostile
from tests.pages.test_hostile import LIVE, drawn
from tests.pages.words import markdown, titles, unescaped
from tests.reports import dated, full_report

REPORT = full_report()
WORST = "future-2"
VIEWS = ("cards", "signposts", "time", "recurring")


@pytest.fixture
def sample(page: Page) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database_directory(), jobs=1)
    return page


@pytest.fixture
def loaded(page: Page, load: LoadOutcomes, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")
    load(REPORT)
    return page


def said(app: AppTest) -> str:
    return unescaped(markdown(app))


def has_filters(app: AppTest) -> bool:
    return any("Period" in (one.label or "") for one in app.sidebar.selectbox)


def field(app: AppTest, label: str) -> object:
    kinds = (app.selectbox, app.text_input, app.text_area, app.date_input, app.number_input)
    return next(one for kind in kinds for one in kind if one.label == label)


def fill(app: AppTest, label: str, value: object) -> None:
    field(app, label).set_value(value)  # type: ignore[attr-defined]


def press(app: AppTest, label: str) -> AppTest:
    pressed = next(one for one in app.button if unescaped(one.label) == label).click().run()
    assert not pressed.exception
    return pressed


def opened(page: Page, **query: str) -> AppTest:
    app = page("scenarios", period="all", scenario=WORST, **query)
    assert not app.exception
    return app


def decided(database: Path) -> Decisions:
    with closing(open_ledger(f"sqlite:///{database / 'ledger.sqlite'}")) as ledger:
        return ledger.decisions()


def state(database: Path) -> ScenarioState:
    (found,) = decided(database).scenarios
    return found


def decide_elsewhere(database: Path, change: ScenarioChange) -> None:
    build = current_build(database)
    assert build is not None
    address = f"sqlite:///{database / 'ledger.sqlite'}"
    with closing(open_ledger(address)) as ledger, closing(open_build(build)) as opened_build:
        editing = Editing(Person("Ada", "analyst"), WORST)
        set_scenario(ledger, BuildSubjects(opened_build), editing, change)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_the_sample(sample: Page, view: str) -> None:
    app = sample("scenarios", period="all", view=view)
    assert not app.exception
    assert has_filters(app)
    expected = {
        "cards": "198 scenarios in 55 reports: 3 state a probability",
        "signposts": "None of 90 signposts observed",
        "time": "198 scenarios in 55 reports: 3 state a probability",
        "recurring": "1 worst case recurs in two or more reports",
    }
    assert unescaped(titles(app)[0]) == expected[view]


@pytest.mark.parametrize("view", VIEWS)
def test_filters_that_leave_nothing_leave_no_view(sample: Page, view: str) -> None:
    app = sample("scenarios", q="zeppelin", view=view)
    assert not app.exception
    assert has_filters(app)
    assert "View" not in [one.label for one in app.segmented_control]


@pytest.mark.parametrize("view", VIEWS)
def test_report_without_a_scenario_is_said(page: Page, load: LoadOutcomes, view: str) -> None:
    load(dated(date(2026, 1, 1), "January"))
    app = page("scenarios", period="all", view=view)
    assert not app.exception
    assert has_filters(app)
    assert titles(app)[0] == "Scenarios"
    expected = {
        "cards": "No scenario here.",
        "signposts": "None.",
        "time": "No dated report here describes a scenario.",
        "recurring": "No report of what is looked at describes a worst case.",
    }
    assert expected[view] in said(app)


@pytest.mark.parametrize("view", ["", "nothing", "<b>"])
def test_view_that_is_none_is_cards(loaded: Page, view: str) -> None:
    app = loaded("scenarios", period="all", view=view)
    assert not app.exception
    assert "Worst case" in said(app)


def attacks() -> tuple[Report, Report]:
    """Return two reports on one country whose worst cases and triggers are all attack."""
    places = full_report().contents.places
    future = Scenario(
        *("future-1", "worst", ATTACK, ATTACK, "outlook", WHOLE, None, ATTACK),
        triggers=(Statement(ATTACK, WHOLE),),
    )
    one = hostile()
    both = []
    for at in (1, 2):
        futures = (replace(future, scenario_id=f"future-{at}"),)
        head = replace(one.contents.head, headline=f"{ATTACK} {at}", published_on=date(2025, 6, at))
        contents = replace(one.contents, head=head, scenarios=futures, places=places)
        ids = {"report_id": f"report-{at}", "document_id": f"document-{at}"}
        both.append(replace(one, contents=contents, content_hash=f"{at}" * 64, **ids))
    return both[0], both[1]


@pytest.mark.parametrize("query", [*({"view": one} for one in VIEWS), {"scenario": "future-1"}])
def test_nothing_of_a_report_is_markup(
    page: Page, load: LoadOutcomes, query: dict[str, str]
) -> None:
    load(*attacks())
    app = page("scenarios", period="all", **query)
    assert not app.exception
    assert ATTACK.replace("**b**", "b")[:60] in said(app) + "".join(one.value for one in app.text)
    assert [live for live in LIVE if re.search(live, drawn(app))] == []


def test_cards_of_areas_stand_by_area(sample: Page) -> None:
    app = sample("scenarios", period="all", country=["CMR", "TCD"], grouped="area")
    assert not app.exception
    assert {"Cameroon", "Chad"} <= set(titles(app))
    app = sample("scenarios", period="all", grouped="area")
    assert "Cameroon" not in titles(app)


def test_link_to_a_scenario_that_is_not_looked_at_says_so(loaded: Page) -> None:
    app = loaded("scenarios", period="all", scenario="future-0")
    assert not app.exception
    assert "The scenario that the link names is not in what is looked at." in said(app)
    assert "Worst case" in said(app)


def test_looking_decides_nothing(loaded: Page, database: Path) -> None:
    app = opened(loaded)
    assert "Nothing was decided about this yet." in said(app)
    assert decided(database) == Decisions()


def test_card_leads_to_its_forms(loaded: Page) -> None:
    app = loaded("scenarios", period="all")
    app = press(app, "Record outcome")
    assert app.query_params["scenario"] == "future-1"
    assert "Record the outcome" in [one.label for one in app.button]
    app = press(app, "← All scenarios")
    assert "scenario" not in app.query_params


def test_plan_is_kept_and_shown(loaded: Page, database: Path) -> None:
    app = opened(loaded)
    fill(app, "Horizon: due by", date(2027, 3, 31))
    fill(app, "Probability, %", 35.0)
    fill(app, "What the probability rests on", "panel of *three*")
    fill(app, "Drivers", "fuel\n\nwages")
    fill(app, "Indicators to watch", "lamps")
    app = press(app, "Save")
    found = state(database)
    assert (found.horizon_on, found.probability) == (date(2027, 3, 31), 0.35)
    assert (found.basis, found.drivers, found.indicators) == (
        "panel of *three*",
        ("fuel", "wages"),
        ("lamps",),
    )
    shown = said(app)
    assert "To 2027-03-31" in shown
    assert "**35%**" in shown
    assert "Rests on] panel of *three*" in shown
    assert field(app, "Probability, %").value == 35.0  # type: ignore[attr-defined]
    assert [list(row)[1:3] for row in app.dataframe[-1].value.itertuples(index=False)] == [
        ["mira", "Scenario changed"]
    ]


def test_refusal_is_said_and_what_was_typed_stays(loaded: Page, database: Path) -> None:
    app = opened(loaded)
    fill(app, "Horizon: due by", date(2001, 1, 1))
    fill(app, "Drivers", "fuel")
    app = press(app, "Save")
    assert "Not done" in said(app)
    assert field(app, "Drivers").value == "fuel"  # type: ignore[attr-defined]
    assert decided(database).scenarios == ()


def test_outcome_is_recorded_and_taken_back(loaded: Page, database: Path) -> None:
    app = opened(loaded, way="end")
    app = press(app, "Record the outcome")
    assert "Choose how it ended" in said(app)
    fill(app, "Outcome", "occurred")
    fill(app, "Day that it was plain", date(2025, 7, 2))
    app = press(app, "Record the outcome")
    assert "“Occurred” needs evidence." in said(app)
    fill(app, "Evidence", "Port office, 2 July")
    app = press(app, "Record the outcome")
    found = state(database)
    assert (found.outcome, found.resolved_on, found.resolver) == (
        "occurred",
        date(2025, 7, 2),
        "mira",
    )
    assert "On 2025-07-02: Port office, 2 July" in said(app)
    fill(app, "Reason for reopening", "it was another port")
    app = press(app, "Reopen")
    assert state(database).outcome is None
    assert "Record the outcome" in [one.label for one in app.button]


def test_second_editor_is_told_and_keeps_their_words(loaded: Page, database: Path) -> None:
    app = opened(loaded)
    decide_elsewhere(database, ScenarioChange(probability=0.2))
    fill(app, "Probability, %", 60.0)
    fill(app, "Drivers", "fuel")
    app = press(app, "Save")
    assert "Somebody else changed this meanwhile" in said(app)
    assert "Probability: – → 20%" in said(app)
    assert state(database).probability == 0.2
    assert field(app, "Probability, %").value == 60.0  # type: ignore[attr-defined]
    assert field(app, "Drivers").value == "fuel"  # type: ignore[attr-defined]
    app = press(app, "Save over it")
    assert (state(database).probability, state(database).drivers) == (0.6, ("fuel",))
    assert "Somebody else changed this meanwhile" not in said(app)


def test_what_others_change_leaves_what_is_typed_alone(loaded: Page, database: Path) -> None:
    app = opened(loaded)
    decide_elsewhere(database, ScenarioChange(basis="Ada’s panel"))
    app = app.run()
    assert field(app, "What the probability rests on").value == ""  # type: ignore[attr-defined]
    fill(app, "Drivers", "fuel")
    app = press(app, "Save")
    assert "Somebody else changed this meanwhile" in said(app)
    app = press(app, "Save over it")
    found = state(database)
    assert (found.basis, found.drivers) == ("Ada’s panel", ("fuel",))


def test_viewer_reads_and_decides_nothing(
    loaded: Page, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide_elsewhere(database, ScenarioChange(probability=0.2))
    (tmp_path / "roles.csv").write_text("name,role\nmira,viewer\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(tmp_path / "roles.csv"))
    app = opened(loaded)
    assert "deciding takes the role analyst" in said(app)
    assert "Save" not in [one.label for one in app.button]
    assert len(app.dataframe) == 1
    board = loaded("scenarios", period="all", view="signposts")
    assert "Move it" not in [one.label for one in board.button]
    assert "rail ballot" in said(board)


@pytest.mark.parametrize("query", [{"view": "cards"}, {"view": "signposts"}, {"scenario": WORST}])
def test_ledger_that_cannot_be_used_leaves_the_page(
    loaded: Page, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]
) -> None:
    monkeypatch.setenv("DASH_INTEL_LEDGER", "nonsense")
    monkeypatch.setenv("DASH_INTEL_ROLES", "/nowhere/roles.csv")
    app = loaded("scenarios", period="all", **query)
    assert not app.exception
    assert "rail ballot" in said(app)
    assert "Save" not in [one.label for one in app.button]


def test_sign_is_moved_with_day_and_evidence(loaded: Page, database: Path) -> None:
    app = loaded("scenarios", period="all", view="signposts")
    fill(app, "To", "observed")
    app = press(app, "Move it")
    assert "needs the day that it was seen and evidence" in said(app)
    fill(app, "Seen on", date(2025, 8, 2))
    fill(app, "Evidence", "Gazette, 2 August")
    app = press(app, "Move it")
    (found,) = decided(database).signposts
    assert (found.indicator, found.mark, found.seen_on) == (
        trigger_key("rail ballot"),
        "observed",
        date(2025, 8, 2),
    )
    assert unescaped(titles(app)[0]) == "1 of 2 signposts observed"
    assert "2025-08-02: Gazette, 2 August – mira" in said(app)


def test_sign_leads_to_its_scenario(loaded: Page) -> None:
    app = press(loaded("scenarios", period="all", view="signposts"), "Scenario")
    assert app.query_params["scenario"] == WORST
    assert "Could its outcome be judged?" in titles(app)


def test_words_of_a_move_that_came_second_are_kept(loaded: Page, database: Path) -> None:
    first = loaded("scenarios", period="all", view="signposts")
    second = loaded("scenarios", period="all", view="signposts")
    for app, mark in ((first, "observed"), (second, "emerging")):
        fill(app, "To", mark)
        fill(app, "Seen on", date(2025, 8, 2))
        fill(app, "Evidence", f"Evidence of {mark}")
    press(first, "Move it")
    second = press(second, "Move it")
    assert "Somebody else changed this meanwhile" in said(second)
    assert field(second, "Evidence").value == "Evidence of emerging"  # type: ignore[attr-defined]
    second = press(second, "Save over it")
    (found,) = decided(database).signposts
    assert (found.mark, found.evidence) == ("emerging", "Evidence of emerging")


def test_area_that_is_chosen_narrows_what_is_drawn(sample: Page) -> None:
    app = sample("scenarios", period="all", view="time", area="country:CMR")
    assert not app.exception
    assert any(unescaped(one).startswith("Cameroon: ") for one in titles(app))
    app = sample("scenarios", period="all", view="time", area="country:NRU")
    assert "No dated report here describes a scenario." in said(app)
