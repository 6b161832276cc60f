"""A database that cannot be read is said calmly, and never in the words of an exception."""

import logging
from pathlib import Path

import duckdb
import pytest
import streamlit as st

from dash_intel.query import report as query
from dash_intel.store import Database, current_build, purge
from dash_intel.ui import data
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.words import footer, markdown, titles
from tests.reports import full_report, report

PAGES = ("overview", "report", "data")


@pytest.mark.parametrize("name", PAGES)
def test_corrupt_build_is_said_in_one_sentence(
    page: Page, load: LoadOutcomes, database: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    load(full_report())
    build = current_build(database)
    assert build is not None
    build.path.write_bytes(b"no database at all" * 1000)
    with caplog.at_level(logging.ERROR):
        app = page(name)
    assert not app.exception
    assert titles(app) == ["The database cannot be read"]
    reference = markdown(app).rpartition(" under ")[2][:8]
    assert reference in caplog.text


@pytest.mark.parametrize("name", PAGES)
def test_pointer_to_nothing_is_said_in_one_sentence(page: Page, database: Path, name: str) -> None:
    database.mkdir()
    (database / "current").write_text("../elsewhere.duckdb\n")
    app = page(name)
    assert not app.exception
    assert titles(app) == ["The database cannot be read"]


def test_build_of_another_version_says_so(page: Page, load: LoadOutcomes, database: Path) -> None:
    load(full_report())
    build = current_build(database)
    assert build is not None
    with duckdb.connect(str(build.path)) as connection:
        connection.execute("UPDATE meta SET schema_version = 999")
    app = page("overview")
    assert not app.exception
    assert titles(app) == ["The database was written by another version"]


def test_build_of_another_process_is_noticed(page: Page, load: LoadOutcomes) -> None:
    load(full_report())
    app = page("overview")
    assert "build 1" in footer(app)
    load(report("A second text."))
    assert "2 reports · build 2" in footer(app.run())


def test_database_without_reports_is_shown_as_such(page: Page, load: LoadOutcomes) -> None:
    load()
    assert titles(page("overview"))[0] == "Nothing is loaded yet"
    assert titles(page("report")) == ["No report was read yet"]
    assert titles(page("data"))[0] == "0 reports from 1 load"


def test_database_of_texts_that_no_profile_reads_says_so(page: Page, load: LoadOutcomes) -> None:
    load(report("Strange.", template="unrecognised"))
    assert titles(page("overview"))[0] == "No report recognised yet"


def test_page_keeps_to_the_build_that_it_began_with(
    page: Page, load: LoadOutcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(full_report())
    real = st.title

    def title_while_a_load_ends(*words: str, **options: bool) -> None:
        real(*words, **options)
        load(report("A second text."))

    app = page("overview")
    monkeypatch.setattr(st, "title", title_while_a_load_ends)
    assert "1 report · build 1" in footer(app.run())
    monkeypatch.setattr(st, "title", real)
    assert "2 reports · build 2" in footer(app.run())


def test_build_that_is_replaced_while_it_is_asked_is_asked_again(load: LoadOutcomes) -> None:
    load(full_report())
    asked: list[int] = []

    def purged_meanwhile(database: Database) -> int:
        asked.append(database.build.number)
        if len(asked) == 1:
            purge(database.build.entry.parent, full_report().report_id, "names a source")
        return int(query.index(database).shape[0])

    assert data.answer(purged_meanwhile) == 0
    assert asked == [1, 2]


def test_of_a_replaced_build_no_answer_and_no_file_is_kept(
    load: LoadOutcomes, database: Path
) -> None:
    load(full_report())
    data.answer(query.index)
    load(report("A second text."))
    data.answer(query.index)
    held = [f"{path.readlink()}" for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    opened = {Path(path).parent.name for path in held if path.startswith(str(database))}
    assert opened == {"build-000002"}
