"""The note that decisions are invented, and their removal."""

from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.ledger import ViewDraft, local_person, open_ledger, save_view
from dash_intel.model.ledger import Person
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.ui.decided import REPLACED
from dash_intel.ui.invented import KEEP, NOTE, REMOVE, REMOVED
from dash_intel.ui.tracker_views import VIEWS as RECOMMENDATION_VIEWS
from tests.pages.conftest import Page
from tests.pages.words import markdown, titles, unescaped

CLEAN = SAMPLE_DIRECTORY / "13-bosaso-dhow.txt"


@pytest.fixture
def sample(page: Page, database: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    """Give the pages on one sample report, with the invented decisions about it."""
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    pipeline.load([CLEAN], database, jobs=1)
    with closing(open_ledger(f"sqlite:///{database / 'ledger.sqlite'}")) as ledger:
        assert pipeline.put_sample_decisions(database, ledger, local_person()) > 5
    return page


def is_noted(app: AppTest) -> bool:
    return NOTE in unescaped(markdown(app))


def press(app: AppTest, key: str) -> AppTest:
    pressed = app.button(key=key).click().run()
    assert not pressed.exception
    return pressed


def test_invented_decisions_are_named_and_removed_after_one_question(sample: Page) -> None:
    app = sample("data")
    assert not app.exception
    assert is_noted(app)
    app = press(app, "remove-invented")
    assert [button.label for button in app.button if button.label in {REMOVE, KEEP}] == [
        REMOVE,
        REMOVE,
        KEEP,
    ]
    assert is_noted(press(app, "keep-invented"))
    app = press(press(app, "remove-invented"), "remove-invented-for-good")
    assert not is_noted(app)
    assert REMOVED in unescaped(markdown(app))
    assert REMOVED not in unescaped(markdown(app.run()))


def test_audit_says_where_a_change_of_an_invented_one_begins(sample: Page, database: Path) -> None:
    assert REPLACED not in unescaped(markdown(sample("audit")))
    with closing(open_ledger(f"sqlite:///{database / 'ledger.sqlite'}")) as ledger:
        save_view(ledger, local_person(), ViewDraft("Mine", "Risk", {}))
    assert REPLACED in unescaped(markdown(sample("audit")))
    press(press(sample("data"), "remove-invented"), "remove-invented-for-good")
    assert REPLACED not in unescaped(markdown(sample("audit")))


def test_nothing_is_said_where_none_are_there(
    page: Page, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    pipeline.load([CLEAN], database, jobs=1)
    assert not is_noted(page("data"))


def test_viewer_reads_the_note_and_cannot_remove(
    sample: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roles = tmp_path / "roles.csv"
    roles.write_text("name,role\n*,viewer\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(roles))
    app = sample("data")
    assert is_noted(app)
    assert REMOVE not in {button.label for button in app.button}


def test_sample_brings_them_in_one_click(
    page: Page, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    app = page("data")
    app = next(one for one in app.button if one.label == "Load the sample").click().run(timeout=60)
    assert not app.exception
    with closing(open_ledger(f"sqlite:///{database / 'ledger.sqlite'}")) as ledger:
        assert ledger.decisions().has_invented


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the database of the whole sample with its invented decisions."""
    folder = tmp_path_factory.mktemp("whole")
    pipeline.load([SAMPLE_DIRECTORY], folder, jobs=1)
    with closing(open_ledger(f"sqlite:///{folder / 'ledger.sqlite'}")) as ledger:
        assert pipeline.put_with_sample(folder, ledger, Person("mira", "analyst")) > 300
    return folder


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("overview", None),
        *(("scenarios", view) for view in ("cards", "signposts", "time", "recurring", "scores")),
        *(("recommendations", view) for view in RECOMMENDATION_VIEWS),
        ("hypotheses", "ach"),
        ("data", None),
    ],
)
def test_every_page_that_shows_decisions_says_once_that_some_are_invented(
    page: Page, whole: Path, monkeypatch: pytest.MonkeyPatch, name: str, view: str | None
) -> None:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("DASH_INTEL_DB", str(whole))
    app = page(name, **({"view": view} if view else {}))
    assert not app.exception
    assert unescaped(markdown(app)).count(NOTE) == 1
    assert not any("could not be drawn" in title for title in titles(app))
