"""Going to another build from the Data page."""

from pathlib import Path

import pytest
from filelock import FileLock
from streamlit.testing.v1 import AppTest

from dash_intel.store import current_build
from dash_intel.store.lock import LOCK
from dash_intel.ui import writing
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.hostile import hostile
from tests.pages.words import footer, markdown, titles, unescaped
from tests.reports import full_report, report

LATER = report("A later text.", source="later.txt")


@pytest.fixture
def two_builds(page: Page, load: LoadOutcomes) -> Page:
    load(full_report())
    load(LATER)
    return page


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def number(database: Path) -> int:
    current = current_build(database)
    assert current is not None
    return current.number


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button if "build" in button.label]


def test_builds_are_listed_with_the_current_one(two_builds: Page) -> None:
    app = two_builds("data")
    assert not app.exception
    table = app.dataframe[-1].value
    assert table["Build"].tolist() == [2, 1]
    assert table["Texts"].tolist() == [2, 1]
    assert table["State"].fillna("").tolist() == ["Current", ""]
    assert labels(app) == ["Go back to build 1…"]


def test_choosing_a_build_says_what_it_lacks_and_changes_nothing(
    two_builds: Page, database: Path
) -> None:
    app = press(two_builds("data"), "Go back to build 1…")
    assert not app.exception
    said = unescaped(markdown(app))
    assert "It lacks 1 text of build 2:" in said
    assert "- later.txt" in said
    assert number(database) == 2


def test_confirmed_build_is_current_and_the_way_forward_is_told(two_builds: Page) -> None:
    app = press(two_builds("data"), "Go back to build 1…")
    app = press(app, "Go back to build 1")
    assert not app.exception
    said = unescaped(markdown(app))
    assert (
        "Build 1 is current now. It lacks 1 text of build 2; to have it again, go forward" in said
    )
    assert footer(app).endswith("1 report · build 1]]")
    assert labels(app) == ["Go forward to build 2…"]
    app = press(press(app, "Go forward to build 2…"), "Go forward to build 2")
    assert footer(app).endswith("2 reports · build 2]]")


def test_cancelled_question_changes_nothing_and_is_gone(two_builds: Page) -> None:
    app = press(press(two_builds("data"), "Go back to build 1…"), "Cancel")
    assert not app.exception
    assert footer(app).endswith("build 2]]")
    assert labels(app) == ["Go back to build 1…"]


def test_titles_in_the_question_are_text(page: Page, load: LoadOutcomes) -> None:
    load(full_report())
    load(hostile())
    app = press(page("data"), "Go back to build 1…")
    assert "](https" not in markdown(app)
    assert "<img src=x" in unescaped(markdown(app))


def test_only_build_offers_no_way(page: Page, load: LoadOutcomes) -> None:
    load(full_report())
    assert labels(page("data")) == []


@pytest.mark.parametrize("name", ["overview", "report", "data"])
def test_damaged_build_offers_the_one_before(two_builds: Page, database: Path, name: str) -> None:
    current = current_build(database)
    assert current is not None
    current.path.write_bytes(b"no database at all" * 1000)
    app = two_builds(name)
    assert titles(app) == ["The database cannot be read", "Earlier builds"]
    app = press(press(app, "Go back to build 1…"), "Go back to build 1")
    assert not app.exception
    assert footer(app).endswith("1 report · build 1]]")


def test_pointer_to_nothing_offers_all_builds(two_builds: Page, database: Path) -> None:
    (database / "current").write_text("nothing\n")
    app = press(two_builds("data"), "Use build 2…")
    assert "is not known" in markdown(app)
    app = press(app, "Use build 2")
    assert footer(app).endswith("2 reports · build 2]]")


def test_other_writer_is_said_in_one_sentence(
    two_builds: Page, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PATIENCE", 0.1)
    app = press(two_builds("data"), "Go back to build 1…")
    with FileLock(database / LOCK):
        app = press(app, "Go back to build 1")
    assert not app.exception
    assert "wait until it is done and try again." in unescaped(markdown(app))
    assert number(database) == 2


def test_file_that_cannot_be_written_is_said_in_one_sentence(
    two_builds: Page, database: Path
) -> None:
    (database / "current.part").mkdir()
    app = press(press(two_builds("data"), "Go back to build 1…"), "Go back to build 1")
    assert not app.exception
    assert ":orange-badge[Not done] The database cannot use" in unescaped(markdown(app))
    assert number(database) == 2
