"""What publishing adds, keeps and leaves alone."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dash_intel.errors import StoreError
from dash_intel.model.load import Difference
from dash_intel.model.problem import Problem
from dash_intel.model.report import ParseReport
from dash_intel.model.source import Rejection
from dash_intel.store import Outcome, Wait, current_build, open_build, publish
from tests.conftest import DatabaseOf
from tests.reports import full_report, report, span

EMPTY_FILE = Rejection("empty.txt", "empty", "The file is empty.")
OTHER_TITLE = Difference("a.jsonl!1", "title", 'declared "A", read "B"')


def test_load_tells_what_it_brought(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    warned = report("Warned.", parse=ParseReport(warnings=(Problem("odd", "Odd."),)))
    unread = report("Unread.", parse=ParseReport(unread=(span("Unread", "Unread."),)))
    unrecognised = report("Strange.", template="unrecognised")
    clean = report("Clean.")
    outcomes = [warned, EMPTY_FILE, unread, unrecognised, clean, clean, OTHER_TITLE]
    load = publish(tmp_path, outcomes, ("reports", "more.zip"))
    assert replace(load, loaded_at=before) == replace(
        load,
        number=1,
        loaded_at=before,
        origins=("reports", "more.zip"),
        added=4,
        known=1,
        unrecognised=1,
        warned=2,
        rejections=(EMPTY_FILE,),
        differences=(OTHER_TITLE,),
    )
    assert timedelta(0) <= load.loaded_at - before < timedelta(seconds=30)


def test_same_text_again_only_appends_its_new_sources(database_of: DatabaseOf) -> None:
    first = full_report()
    database_of(first)
    again = replace(first, sources=("copy/harbour.txt", "harbour.txt"), language="fr")
    database = database_of(again)
    expected = replace(first, sources=(*first.sources, "copy/harbour.txt"))
    assert list(database.reports()) == [expected]


def test_same_text_twice_in_one_load_is_one_report(database_of: DatabaseOf) -> None:
    names = ("a.txt", "b.txt", "a.txt", "c.txt")
    database = database_of(*(report("Same.", source=name) for name in names))
    assert [found.sources for found in database.reports()] == [("a.txt", "b.txt", "c.txt")]


def test_rejections_and_differences_keep_their_load_and_order(database_of: DatabaseOf) -> None:
    late = Rejection("z.pdf", "no_text", "The PDF has no text.")
    database_of(EMPTY_FILE)
    database = database_of(late, OTHER_TITLE, EMPTY_FILE)
    found = database.rows("SELECT * FROM rejection ORDER BY load_number, position")
    assert found.to_numpy().tolist() == [
        [1, 0, "empty.txt", "empty", "The file is empty."],
        [2, 0, "z.pdf", "no_text", "The PDF has no text."],
        [2, 1, "empty.txt", "empty", "The file is empty."],
    ]
    differing = database.rows("SELECT * FROM difference")
    assert differing.to_numpy().tolist() == [[2, 0, "a.jsonl!1", "title", OTHER_TITLE.message]]


def test_failure_among_the_outcomes_leaves_the_last_build(tmp_path: Path) -> None:
    publish(tmp_path, [full_report()], ())
    before = current_build(tmp_path)

    def outcomes() -> Iterator[Outcome]:
        yield report("New.")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path, outcomes(), ())
    assert current_build(tmp_path) == before
    assert _names(tmp_path) == ["build-000001", "current", "loader.lock"]


def test_unsound_build_is_not_published(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="reports without a source: 1"):
        publish(tmp_path, [replace(report(), sources=())], ())
    assert current_build(tmp_path) is None


def test_last_three_builds_are_kept(tmp_path: Path) -> None:
    for _ in range(5):
        publish(tmp_path, [], ())
    builds = [f"build-00000{number}" for number in (3, 4, 5)]
    assert _names(tmp_path) == [*builds, "current", "loader.lock"]


def test_half_written_files_of_a_crash_are_removed_at_the_next_publish(tmp_path: Path) -> None:
    publish(tmp_path, [], ())
    half = tmp_path / "build-000002.part"
    (half / "reports.duckdb.tmp").mkdir(parents=True)
    for name in ("reports.duckdb", "reports.duckdb.wal", "reports.duckdb.tmp/spill"):
        (half / name).write_bytes(b"half")
    (tmp_path / "build-000003.duckdb.part").write_bytes(b"half")
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    publish(tmp_path, [], ())
    assert _names(tmp_path) == [
        "build-000001",
        "build-000002",
        "current",
        "loader.lock",
        "notes.txt",
    ]


def test_open_build_stays_readable_while_others_are_published(database_of: DatabaseOf) -> None:
    first = database_of(report("One."))
    for number in range(5):
        database_of(report(f"More {number}."))
    assert [found.text for found in first.reports()] == ["One."]


def test_load_over_a_pointer_that_moved_is_made_again_on_the_new_build(tmp_path: Path) -> None:
    publish(tmp_path, [report("Known.", source="known.txt")], ())
    publish(tmp_path, [report("Gone again.")], ())
    warned = report("Warned.", parse=ParseReport(warnings=(Problem("odd", "Odd."),)))

    def outcomes() -> Iterator[Outcome]:
        (tmp_path / "current").write_text("build-000001\n", encoding="ascii")
        yield from (warned, EMPTY_FILE, report("Known.", source="copy.txt"), OTHER_TITLE)

    load = publish(tmp_path, outcomes(), ("late",))
    assert (load.number, load.added, load.known, load.origins) == (2, 1, 1, ("late",))
    assert (load.rejections, load.differences) == ((EMPTY_FILE,), (OTHER_TITLE,))
    build = current_build(tmp_path)
    assert build is not None
    assert build.number == 4
    with closing(open_build(build)) as database:
        found = {one.text: (one.sources, one.parse) for one in database.reports()}
    assert found == {
        "Known.": (("known.txt", "copy.txt"), ParseReport()),
        "Warned.": (warned.sources, warned.parse),
    }


def test_second_load_leaves_with_a_clear_message_when_the_first_does_not_end(
    tmp_path: Path,
) -> None:
    def outcomes() -> Iterator[Outcome]:
        with pytest.raises(StoreError, match=r"Another load into .* is still running"):
            publish(tmp_path, [], (), wait=Wait(0.1))
        yield report()

    assert publish(tmp_path, outcomes(), ()).added == 1


def test_folder_with_quotes_in_its_name_works(tmp_path: Path) -> None:
    directory = tmp_path / """it's "one"; DROP TABLE report; --"""
    publish(directory, [full_report()], ())
    publish(directory, [report("More.")], ())
    build = current_build(directory)
    assert build is not None
    database = open_build(build)
    assert len(list(database.reports())) == 2
    database.close()


def test_sql_in_a_report_is_text(database_of: DatabaseOf) -> None:
    text = "'); DROP TABLE report; -- $id"
    database = database_of(report(text, source=text))
    assert [(found.text, found.source) for found in database.reports()] == [(text, text)]


def test_keys_and_loads_are_numbered_after_the_last(database_of: DatabaseOf) -> None:
    database_of(report("One."), report("Two."))
    database = database_of(report("Three."))
    found = database.rows("SELECT report_key, load_number FROM report ORDER BY report_key")
    assert found.to_numpy().tolist() == [[1, 1], [2, 1], [3, 2]]


def _names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())
