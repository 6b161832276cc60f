"""The Recommendations page, run without a browser; its table is edited in tests/browser."""

import re
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.ledger import RecommendationChange, open_ledger, set_override, set_recommendation
from dash_intel.model.ledger import Decisions, Editing, Person
from dash_intel.query.decisions import BuildSubjects
from dash_intel.settings import SAMPLE_DIRECTORY, database_directory
from dash_intel.store import current_build, open_build
from dash_intel.ui.tracker_table import frame
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.hostile import hostile
from tests.pages.test_filters import WIDGETS, widgets
from tests.pages.test_hostile import LIVE, drawn
from tests.pages.words import markdown, titles, unescaped
from tests.reports import full_report
from tests.store.advised import advising
from tests.view.test_tracker import row

VIEWS = ("table", "board", "groups", "loose", "measures")
MIRA = Person("mira", "admin")


@pytest.fixture(autouse=True)
def _as_mira(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")


@pytest.fixture
def sample(page: Page, database: Path) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    return page


def opened(page: Page, **query: str) -> AppTest:
    app = page("recommendations", **({"period": "all"} | query))
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    return unescaped(markdown(app))


def press(app: AppTest, label: str, at: int = 0) -> AppTest:
    pressed = [one for one in app.button if one.label == label][at].click().run()
    assert not pressed.exception
    return pressed


def decisions(database: Path) -> Decisions:
    with closing(open_ledger(f"sqlite:///{database / 'ledger.sqlite'}")) as ledger:
        return ledger.decisions()


def listed_ids() -> list[str]:
    build = current_build(database_directory())
    assert build is not None
    with closing(open_build(build)) as database:
        found = database.rows("SELECT DISTINCT recommendation_id FROM recommendation")
    return sorted(map(str, found["recommendation_id"]))


def decide(
    database: Path, item: str, group: tuple[str, ...] | None = None, **fields: object
) -> None:
    build = current_build(database)
    assert build is not None
    address = f"sqlite:///{database / 'ledger.sqlite'}"
    with closing(open_ledger(address)) as ledger, closing(open_build(build)) as opened_build:
        known = BuildSubjects(opened_build)
        if group is not None:
            set_override(ledger, known, Editing(MIRA, item, reason="r"), "group", group)
        if fields:
            change = RecommendationChange(**fields)  # type: ignore[arg-type]
            set_recommendation(ledger, known, Editing(MIRA, item, note="n"), change)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_shows_the_sample_under_the_filters(sample: Page, view: str) -> None:
    app = opened(sample, view=view)
    assert set(WIDGETS) <= set(widgets(app))
    assert unescaped(titles(app)[0]) == "Recommendations"
    assert "59 reports" in said(app)


def test_table_has_a_part_of_the_rows_and_says_of_how_many(sample: Page) -> None:
    app = opened(sample)
    assert "12 of 219 recommendations." in said(app)
    assert [one.value for one in app.metric][:2] == ["219", "0"]


@pytest.mark.parametrize("view", VIEWS)
def test_empty_choice_of_reports_says_what_empties_it(sample: Page, view: str) -> None:
    app = opened(sample, view=view, period="days", since="1990-01-01", until="1990-01-02")
    assert unescaped(titles(app)[0]).startswith("No report")
    assert not app.metric


@pytest.mark.parametrize("view", VIEWS)
def test_one_report_is_enough_for_every_view(page: Page, load: LoadOutcomes, view: str) -> None:
    load(full_report())
    opened(page, view=view)


@pytest.mark.parametrize("view", VIEWS)
def test_report_without_advice_leaves_a_sentence(page: Page, load: LoadOutcomes, view: str) -> None:
    load(advising(title="Nothing is advised"))
    app = opened(page, view=view)
    assert re.search(r"gives? any advice|tied to a risk", said(app))


def test_quick_choice_that_leaves_nothing_says_so(sample: Page) -> None:
    assert "No recommendation is left by these choices." in said(opened(sample, quick="overdue"))


@pytest.mark.parametrize("view", ["table", "board", "groups", "loose"])
def test_nothing_of_a_report_is_markup(page: Page, load: LoadOutcomes, view: str) -> None:
    load(hostile())
    app = opened(page, view=view, advice="advice-1")
    assert [live for live in LIVE if re.search(live, drawn(app))] == []


def test_link_to_no_recommendation_is_said_to_lead_nowhere(sample: Page) -> None:
    app = opened(sample, advice="advice-none")
    assert "No report holds the recommendation that the link leads to" in said(app)
    assert "advice" not in press(app, "Close").query_params


def test_item_shows_its_sentence_its_history_and_where_it_stands(
    page: Page, load: LoadOutcomes, database: Path
) -> None:
    report = full_report()
    load(report)
    item = report.contents.recommendations[0].recommendation_id
    decide(database, item, status="accepted", owner="Jon")
    app = opened(page, advice=item, view="board")
    assert "Owner: – → Jon" in said(app)
    assert "History: every change, newest first." in said(app)
    assert [link.proto.label for link in app.get("page_link")] == ["Open"]


def test_item_is_changed_in_its_form_and_a_refusal_is_said(
    page: Page, load: LoadOutcomes, database: Path
) -> None:
    report = full_report()
    load(report)
    item = report.contents.recommendations[0].recommendation_id
    app = opened(page, advice=item)
    status = next(one for one in app.selectbox if one.label == "Status" and one.value == "new")
    status.set_value("accepted")
    app = press(app, "Save")
    assert "“Open – Accepted” needs an owner." in said(app)
    next(one for one in app.text_input if one.label == "Owner").set_value("Jon")
    app = press(app, "Save")
    (state,) = decisions(database).recommendations
    assert (state.recommendation_id, state.status, state.owner) == (item, "accepted", "Jon")
    assert "needs an owner" not in said(app)


def test_viewer_reads_and_writes_nothing(
    sample: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roles.csv").write_text("mira,viewer\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(tmp_path / "roles.csv"))
    app = opened(sample)
    assert "Write in a cell" not in said(app)
    board = opened(sample, view="board")
    assert not board.get("menu_button")


def test_board_shows_more_of_a_status(sample: Page) -> None:
    app = opened(sample, view="board", status="new")
    cards = len([one for one in app.button if one.label == "Open"])
    app = press(app, "Show more")
    assert len([one for one in app.button if one.label == "Open"]) == cards + 12


def test_group_is_opened_split_and_put_back(sample: Page, database: Path) -> None:
    app = press(opened(sample, view="groups"), "See 5 recommendations")
    assert len([one for one in app.button if one.label == "Status and history"]) == 5
    refused = press(app, "Split out", 0)
    assert "A correction needs a reason." in said(refused)
    assert decisions(database).overrides == ()
    why = next(one for one in refused.text_input if one.label == "Why it is other advice")
    why.set_value("It is another market.")
    app = press(refused, "Split out", 0)
    (override,) = decisions(database).overrides
    assert (override.field, override.value, override.reason) == (
        "group",
        (),
        "It is another market.",
    )
    assert "See 4 recommendations" in [one.label for one in press(app, "Undo").button] or (
        decisions(database).overrides == ()
    )
    assert decisions(database).overrides == ()


def test_loose_ends_are_counted_beside_their_choices(sample: Page) -> None:
    app = opened(sample, view="loose", loose="unanswered")
    assert "Risks without advice" in titles(app)
    assert "4 risk sentences, those of the highest impact first." in said(app)


def test_nothing_loaded_shows_the_welcome(page: Page) -> None:
    app = page("recommendations")
    assert not app.exception
    assert titles(app)[0] == "Nothing is loaded yet"


def test_table_shows_words_never_ids() -> None:
    cells = frame((row(), row(recommendation_id="advice-2")), frozenset({"advice-2"}))
    assert list(cells["Choose"]) == [False, True]
    assert cells.drop(columns=["Choose"]).iloc[0].to_dict() == {
        "Item": "Open",
        "Recommendation": "Open the berth to tankers. …",
        "Status": "Open – Accepted",
        "Due": date(2025, 7, 1),
        "Flags": ["Overdue", "Recurring"],
        "Owner": "Jon",
        "Priority": "Critical",
        "Addressee": None,
        "Region": "Northern Africa, Western Asia",
        "Report of": date(2025, 6, 3),
    }


def test_more_chosen_than_are_changed_at_a_time_is_said_before(
    sample: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dash_intel.ui.tracker_bulk.MOST", 2)
    app = opened(sample)
    app.session_state["tracker_chosen"] = frozenset(listed_ids()[:3])
    app = app.run()
    assert "3 recommendations chosen" in said(app)
    assert "2 are changed at a time. The other 1 stay chosen" in said(app)
    assert "Change 2 of 3" in [one.label for one in app.button]


def test_list_longer_than_a_file_says_so_beside_the_files(
    sample: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "a file has the first" not in said(opened(sample))
    monkeypatch.setattr("dash_intel.ui.exchanging.MOST_EXCHANGED", 100)
    text = "The list has 219: a file has the first 100 of them."
    assert text in said(opened(sample))
    assert text in said(opened(sample, status="open"))
    assert text not in said(opened(sample, quick="mine"))
