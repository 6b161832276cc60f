"""Purging a report from its page."""

from pathlib import Path

import pytest
from filelock import FileLock
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import TextInput

from dash_intel.store import purge, tombstones
from dash_intel.store.lock import LOCK
from dash_intel.ui import writing
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.edited import EDITED, FIRST
from tests.pages.words import footer, markdown, titles, unescaped
from tests.reports import full_report, report

SECRET = report("Quagmirazol pays for it.", source="secret.txt", template="unrecognised")


@pytest.fixture
def secret(page: Page, load: LoadOutcomes) -> Page:
    load(full_report())
    load(SECRET)
    load(report("A later text."))
    return page


def asked(page: Page, report_id: str = SECRET.report_id) -> AppTest:
    return press(page("report", report=report_id), "Purge this report…")


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def questions(app: AppTest) -> list[TextInput]:
    """Return the two fields of the question, none where it is not asked."""
    asked_for = ("Reason, without", "Type ")
    return [field for field in app.text_input if field.label.startswith(asked_for)]


def confirmed(app: AppTest, *, reason: str, word: str) -> AppTest:
    reasons, words = questions(app)
    reasons.input(reason)
    words.input(word)
    return press(app, "Purge for good")


def files_with(directory: Path, word: str) -> list[str]:
    return [path.name for path in directory.rglob("*") if path.is_file() and _has(path, word)]


def _has(path: Path, word: str) -> bool:
    return word.encode() in path.read_bytes()


def test_question_says_from_where_it_goes_and_purges_nothing(secret: Page, database: Path) -> None:
    app = asked(secret)
    assert not app.exception
    said = unescaped(markdown(app))
    assert "This cannot be undone." in said
    assert "what builds 2 and 3 and the search index hold of it" in said
    assert "history of loads: secret.txt" in said
    assert tombstones(database) == ()


@pytest.mark.parametrize(
    ("reason", "word", "said"),
    [
        ("", "purge", "Say why: the reason is kept in place of the text."),
        ("   ", "purge", "Say why: the reason is kept in place of the text."),
        ("names a source", "", 'Type "purge" to confirm that this is for good.'),
        ("names a source", "purged", 'Type "purge" to confirm that this is for good.'),
    ],
)
def test_without_reason_or_the_word_nothing_is_purged(
    secret: Page, database: Path, reason: str, word: str, said: str
) -> None:
    app = confirmed(asked(secret), reason=reason, word=word)
    assert not app.exception
    assert said in unescaped(markdown(app))
    assert tombstones(database) == ()


def test_purged_report_is_gone_from_builds_and_page(secret: Page, database: Path) -> None:
    app = confirmed(asked(secret), reason="names a source", word="Purge ")
    assert not app.exception
    said = unescaped(markdown(app))
    assert f"{SECRET.report_id} is gone for good from builds 2 and 3, now 4 and 5." in said
    assert "report" not in app.query_params
    assert footer(app).endswith("2 reports · build 5]]")
    assert files_with(database, "Quagmirazol") == []
    (tombstone,) = tombstones(database)
    assert (tombstone.report_id, tombstone.reason) == (SECRET.report_id, "names a source")


def test_no_deleted_file_is_held_open_after_a_purge(secret: Page, database: Path) -> None:
    other = secret("report", report=SECRET.report_id)
    confirmed(asked(secret), reason="names a source", word="purge")
    held = [f"{path.readlink()}" for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    assert [path for path in held if str(database) in path] != []
    assert [path for path in held if "(deleted)" in path and str(database) in path] == []
    assert titles(other.run())[0] == "This report was purged"


def test_address_of_a_purged_report_says_when_who_and_why(secret: Page, database: Path) -> None:
    purge(database, SECRET.report_id, "names <b>a source</b>")
    app = secret("report", report=SECRET.report_id)
    assert not app.exception
    assert titles(app) == ["This report was purged"]
    assert "names <b>a source</b>. Its text is not kept." in unescaped(markdown(app))
    assert "names <b>" not in markdown(app)
    assert app.button[0].label == "Open the newest report"


def test_purged_reports_are_listed_on_the_data_page(secret: Page, database: Path) -> None:
    assert "Purged reports" not in titles(secret("data"))
    purge(database, SECRET.report_id, "names a source")
    app = secret("data")
    assert "Purged reports" in titles(app)
    table = app.dataframe[-1].value
    assert table["Report"].tolist() == [SECRET.report_id]
    assert table["Reason"].tolist() == ["names a source"]


def test_other_revision_stays(page: Page, load: LoadOutcomes) -> None:
    load(FIRST, EDITED)
    app = asked(page, EDITED.report_id)
    assert "Its other revision stays too." in unescaped(markdown(app))
    app = confirmed(app, reason="asked for", word="purge")
    assert titles(app)[0] == "Strike"
    assert footer(app).endswith("1 report · build 2]]")


def test_question_about_another_report_is_not_shown(secret: Page) -> None:
    app = asked(secret)
    app.query_params["report"] = full_report().report_id
    app.run()
    assert questions(app) == []


def test_other_writer_is_said_in_one_sentence(
    secret: Page, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PATIENCE", 0.1)
    app = asked(secret)
    with FileLock(database / LOCK):
        app = confirmed(app, reason="names a source", word="purge")
    assert not app.exception
    assert "wait until it is done and try again." in unescaped(markdown(app))
    assert tombstones(database) == ()
