"""The filters in the sidebar, on all pages that have them."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import ledger as ledgers
from dash_intel import pipeline
from dash_intel.ledger import ViewDraft
from dash_intel.model.ledger import Editing, Person
from dash_intel.query.decisions import BuildSubjects
from dash_intel.query.filters import Filters
from dash_intel.settings import PROJECT_ROOT, SAMPLE_DIRECTORY, local_user
from dash_intel.store import current_build, open_build
from dash_intel.ui.sidebar import FILTERED
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import markdown, titles, unescaped
from tests.reports import dated, full_report

PAGES = [title.lower() for title in FILTERED]
WIDGETS = {
    "Search",
    "Period",
    "Region",
    "Regions count as",
    "Hide actors",
    "Tag",
    "Risk category",
    "Technique",
    "Publisher",
    "Confidence",
    "Leave out",
    "Count",
}


@pytest.fixture
def sample(page: Page, database: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.setenv("DASH_INTEL_LEDGER", f"sqlite:///{database.parent / 'ledger.sqlite'}")
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    return page


def widgets(app: AppTest) -> set[str]:
    sidebar = app.sidebar
    kinds = (
        sidebar.text_input,
        sidebar.selectbox,
        sidebar.multiselect,
        sidebar.toggle,
        sidebar.button_group,
        sidebar.date_input,
    )
    return {widget.label for kind in kinds for widget in kind}


def said(app: AppTest) -> str:
    return unescaped(markdown(app))


def several(app: AppTest, label: str):  # type: ignore[no-untyped-def]
    return next(one for one in app.sidebar.multiselect if one.label == label)


def crumbs(app: AppTest) -> list[str]:
    return [one.label[2:] for one in app.button if one.label.startswith("× ")]


def press(app: AppTest, label: str) -> AppTest:
    return next(one for one in app.button if one.label == label).click().run()


def reports(app: AppTest) -> int:
    found = re.search(r": (\d+) reports? of", said(app))
    return int(found[1]) if found else 0


@pytest.mark.parametrize("name", PAGES)
def test_every_filter_stands_beside_the_page(sample: Page, name: str) -> None:
    app = sample(name)
    assert not app.exception
    assert widgets(app) == WIDGETS
    assert crumbs(app) == []


@pytest.mark.parametrize("name", PAGES)
def test_filters_that_leave_nothing_are_named(sample: Page, name: str) -> None:
    app = sample(name, confidence="high", q="nosuchword")
    assert not app.exception
    assert titles(app)[0] == "No reports match these filters"
    assert "The text leaves nothing: without it " in said(app)
    assert widgets(app) == WIDGETS
    app = press(app, "Remove the text")
    assert not app.exception
    assert titles(app)[0] != "No reports match these filters"
    assert crumbs(app) == ["High confidence"]


@pytest.mark.parametrize("name", PAGES)
def test_one_report_is_enough(page: Page, load: LoadOutcomes, name: str) -> None:
    load(full_report())
    app = page(name)
    assert not app.exception
    assert widgets(app) == WIDGETS
    assert reports(app) == 1


@pytest.mark.parametrize("name", [name for name in PAGES if name != "overview"])
def test_database_without_a_report_offers_no_dead_end(
    page: Page, load: LoadOutcomes, name: str
) -> None:
    load()
    app = page(name)
    assert not app.exception
    assert titles(app)[0] == "There are no reports to choose from"


@pytest.mark.parametrize("name", PAGES)
def test_there_are_no_filters_before_anything_is_loaded(page: Page, name: str) -> None:
    app = page(name)
    assert not app.exception
    assert widgets(app) == set()


def test_choice_in_a_widget_is_in_force_everywhere(sample: Page) -> None:
    app = sample("trends")
    before = reports(app)
    several(app, "Region").select("group:sahel").run()
    assert not app.exception
    assert crumbs(app) == ["Sahel"]
    assert app.query_params["group"] == "sahel"
    assert 0 < reports(app) < before
    app.switch_page(str(PROJECT_ROOT / "pages" / "risk.py")).run()
    assert several(app, "Region").value == ["group:sahel"]
    assert crumbs(app) == ["Sahel"]
    assert app.query_params["group"] == "sahel"


def test_crumb_takes_one_value_away(sample: Page) -> None:
    app = sample("trends", group="sahel", country="KEN", period="all")
    assert crumbs(app) == ["Sahel", "Kenya", "All dates"]
    app = press(app, "× Sahel")
    assert crumbs(app) == ["Kenya", "All dates"]
    assert several(app, "Region").value == ["country:KEN"]
    assert "group" not in app.query_params
    app = press(app, "Clear all")
    assert crumbs(app) == []


def test_reset_makes_everything_usual(sample: Page) -> None:
    app = sample("trends", group="sahel", places="mentioned", count="events", actors="hide")
    assert "(mentioned anywhere, actors hidden)" in said(app)
    app = press(app, "Reset")
    assert not app.exception
    assert said(app).count("mentioned anywhere") == 0
    assert not set(app.query_params) & {"group", "places", "count", "actors"}


def test_text_is_searched_and_what_was_not_understood_is_said(sample: Page) -> None:
    app = sample("trends", period="all")
    before = reports(app)
    app.sidebar.text_input[0].input("drone foo:bar").run()
    assert "There is no field foo" in said(app)
    app.sidebar.text_input[0].input("drone").run()
    assert crumbs(app) == ["All dates", "“drone”"]
    assert 0 < reports(app) < before


def test_typed_tag_in_capitals_is_found(sample: Page) -> None:
    app = sample("trends", period="all")
    name = several(app, "Tag").options[0]
    several(app, "Tag").set_value([name.upper()]).run()
    assert not app.exception
    assert several(app, "Tag").value == [name]
    assert app.query_params["tag"] == name


def test_typed_tag_that_is_unknown_is_left_out_and_said(sample: Page) -> None:
    app = sample("trends")
    several(app, "Tag").set_value(["no such tag"]).run()
    assert not app.exception
    assert several(app, "Tag").value == []
    assert "left out: the tag “no such tag”" in said(app)
    several(app, "Region").select("group:sahel").run()
    assert "left out" not in said(app)


def test_period_from_day_to_day_begins_with_the_days_before(sample: Page) -> None:
    app = sample("trends")
    before = said(app)
    app.sidebar.selectbox[0].select("days").run()
    assert not app.exception
    since, until = app.sidebar.date_input
    assert (since.label, until.label) == ("From", "To")
    assert f"{since.value.day} {since.value:%b %Y}–" in before
    until.set_value(since.value).run()
    assert app.query_params["until"] == app.query_params["since"]
    app.sidebar.selectbox[0].select("12m").run()
    assert not set(app.query_params) & {"since", "until"}


def test_period_from_day_to_day_after_all_dates_ends_on_the_newest(sample: Page) -> None:
    app = sample("trends", period="all")
    before = reports(app)
    app.sidebar.selectbox[0].select("days").run()
    assert not app.exception
    since, until = app.sidebar.date_input
    assert since.value is None
    assert until.value is not None
    assert reports(app) == before


@pytest.mark.parametrize(
    "query",
    [
        {"group": "atlantis", "since": "1-1-1", "count": "all"},
        {"tag": "<script>alert(1)</script>", "publisher": "' OR 1=1 --"},
        {"tag": "x" * 5000, "period": "", "country": "\x00", "q": "\u202e" * 400},
        {"technique": "[click](javascript:alert(1))", "confidence": ":red[x]"},
    ],
)
def test_values_of_a_link_that_are_none_are_left_out_and_said(
    sample: Page, query: dict[str, str]
) -> None:
    app = sample("trends", **query)
    assert not app.exception
    assert "Not known here, so left out: " in said(app)
    assert crumbs(app) == []
    assert not set(app.query_params) & set(query)
    assert ":red[x]" not in markdown(app)


@pytest.mark.parametrize(
    ("name", "query", "told"),
    [
        (
            "trends",
            {"by": "fortnight", "show": "<b>"},
            "the choice “fortnight” and the choice “<b>”",
        ),
        ("coverage", {"by": "colour"}, "the choice “colour”"),
        ("risk", {"view": "globe"}, "the choice “globe”"),
    ],
)
def test_choice_of_a_page_that_is_none_is_said_until_another_is_made(
    sample: Page, name: str, query: dict[str, str], told: str
) -> None:
    app = sample(name, period="all", **query)
    assert not app.exception
    assert f"Not known here, so left out: {told}." in said(app)
    for key in query:
        app.query_params.pop(key)
    app.run()
    assert "Not known here" not in said(app)


def test_undated_reports_are_counted_in_the_sentence(page: Page, load: LoadOutcomes) -> None:
    load(full_report(), dated(None, "undated"))
    app = page("trends")
    assert "1 more without a date is in no period" in said(app)
    assert "1 of them without a date" in said(page("trends", period="all"))


def saved(app: AppTest, name: str) -> AppTest:
    app = press(app, "Save view")
    next(one for one in app.text_input if one.label == "Name").input(name)
    return press(app, "Save")


def test_saved_view_restores_filters_page_and_what_the_page_shows(sample: Page) -> None:
    app = sample("trends", group="sahel", places="mentioned", unit="month")
    saved(app, "Sahel, monthly")
    assert [unescaped(one.value) for one in app.toast] == [
        "“Sahel, monthly” is saved. “Saved views” opens it again."
    ]
    assert not app.run().toast
    app = sample("risk", tag="no such tag")
    press(app, "Saved views")
    assert "Sahel, monthly" in said(app)
    press(app, "Open")
    assert not app.exception
    assert app.query_params["unit"] == "month"
    assert app.query_params["places"] == "mentioned"
    assert crumbs(app) == ["Sahel"]
    assert several(app, "Region").value == ["group:sahel"]


def test_view_is_renamed_and_removed(sample: Page) -> None:
    app = saved(sample("trends", group="sahel"), "Mine")
    press(app, "Saved views")
    next(one for one in app.text_input if one.label == "New name").input("Other")
    renaming = [one for one in app.button if one.label == "Rename"]
    renaming[-1].click().run()
    assert "**Other**" in said(app)
    assert [unescaped(one.value) for one in app.toast] == ["“Mine” is now called “Other”."]
    press(app, "Remove")
    assert "There are none yet" in said(app)
    assert [unescaped(one.value) for one in app.toast] == ["“Other” is removed."]


def test_name_that_is_taken_or_missing_is_said(sample: Page) -> None:
    app = saved(sample("trends"), "  ")
    assert "A view needs a name" in said(app)


def test_shared_view_of_another_can_be_opened_and_not_changed_by_a_viewer(
    sample: Page, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = ledgers.open_ledger(f"sqlite:///{database.parent / 'ledger.sqlite'}")
    draft = ViewDraft("Shared", "Risk", Filters(groups=("sahel",)).values(), is_shared=True)
    ledgers.save_view(ledger, Person("Mira", "admin"), draft)
    roles = tmp_path / "roles.csv"
    roles.write_text(f"name,role\n{local_user()},viewer\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(roles))
    app = press(sample("trends"), "Saved views")
    assert "shared by Mira" in said(app)
    assert not {"Rename", "Remove"} & {one.label for one in app.button}
    press(app, "Open")
    assert crumbs(app) == ["Sahel"]
    press(app, "Save view")
    assert "Share it with everyone" not in {one.label for one in app.toggle}


def test_ledger_that_cannot_be_used_is_said_and_loses_no_page(
    sample: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASH_INTEL_LEDGER", "odd://")
    app = sample("trends", group="sahel")
    assert not app.exception
    assert crumbs(app) == ["Sahel"]
    press(app, "Saved views")
    assert not app.exception
    assert ":orange-badge[Not done]" in said(app)


def test_tag_that_only_a_correction_has_is_offered_and_known(
    page: Page, load: LoadOutcomes, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASH_INTEL_LEDGER", f"sqlite:///{database.parent / 'ledger.sqlite'}")
    full = full_report()
    load(full)
    editing = Editing(Person("Mira", "admin"), full.document_id, reason="Read it.")
    ledger = ledgers.open_ledger(f"sqlite:///{database.parent / 'ledger.sqlite'}")
    build = current_build(database)
    assert build is not None
    known = BuildSubjects(open_build(build))
    ledgers.set_override(ledger, known, editing, "tag", ("tankers",))
    app = page("trends", tag="TANKERS")
    assert several(app, "Tag").options[-1] == "tankers"
    assert crumbs(app) == ["tankers"]
    assert reports(app) == 1


def test_rarer_filters_stay_open_once_they_were_used(sample: Page) -> None:
    app = sample("trends")
    assert not more(app).proto.expanded
    several(app, "Confidence").select("high").run()
    assert more(app).proto.expanded
    press(app, "Clear all")
    assert more(app).proto.expanded


def more(app: AppTest):  # type: ignore[no-untyped-def]
    return next(one for one in app.sidebar.expander if one.label == "More filters")
