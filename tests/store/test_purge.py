"""A purged report leaves no trace of its text anywhere below the database folder."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from dash_intel.errors import BuildVersionError, StoreError
from dash_intel.model.load import Difference
from dash_intel.model.report import Contents, Head, Report
from dash_intel.store import (
    builds,
    current_build,
    open_build,
    publish,
    purge,
    reread,
    rollback,
    tombstones,
)
from dash_intel.store.builds import kept_builds
from dash_intel.store.tombstones import keep
from tests.reports import full_report, other_report, report

WORD = "Quagmirazol"
SECRET = replace(
    full_report(),
    report_id="report-secret",
    document_id="document-secret",
    content_hash="ab" * 32,
    sources=(f"{WORD} plan.txt", f"mail/{WORD}.html"),
    text=f"{full_report().text}{WORD} pays for it.\n",
    contents=replace(
        full_report().contents, head=Head(headline=f"{WORD} pays", bluf=f"{WORD} pays for it.")
    ),
)
BYSTANDERS = tuple(report(f"Bystander {number}. " * 400) for number in range(20))


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Give a database whose last two builds hold the secret, the first one not."""
    publish(tmp_path, [other_report(), *BYSTANDERS], ("reports",))
    told = Difference(SECRET.sources[0], "title", f'It is declared as "{WORD}".')
    publish(tmp_path, [SECRET, told], (f"/home/me/{WORD} plan.txt", "reports"))
    publish(tmp_path, [report("Later.")], ())
    return tmp_path


def _files_with(directory: Path, word: str) -> list[str]:
    forms = [form for case in (word, word.lower(), word.upper()) for form in _encoded(case)]
    return sorted(
        path.relative_to(directory).as_posix()
        for path in directory.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    )


def _encoded(word: str) -> Iterator[bytes]:
    return (word.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def _cells_with(directory: Path, word: str) -> list[str]:
    found = []
    for build in kept_builds(directory):
        with closing(duckdb.connect(build.path, read_only=True)) as connection:
            for (table,) in connection.execute("SHOW TABLES").fetchall():
                rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our tables
                found += [table for row in rows if word.lower() in str(row).lower()]
    return found


def _reports(directory: Path) -> list[Report]:
    build = current_build(directory)
    assert build is not None
    with closing(open_build(build)) as database:
        return list(database.reports())


def test_words_are_found_before_and_nowhere_after(directory: Path) -> None:
    assert _files_with(directory, WORD)
    assert _cells_with(directory, WORD)
    purge(directory, SECRET.report_id, "names a source")
    assert _files_with(directory, WORD) == []
    assert _cells_with(directory, WORD) == []


def test_all_else_stays_as_it_was(directory: Path) -> None:
    before = [one for one in _reports(directory) if one.report_id != SECRET.report_id]
    times = {one.published_at for one in builds(directory)}
    purge(directory, SECRET.report_id, "names a source")
    assert _reports(directory) == before
    assert {one.published_at for one in builds(directory)} == times
    build = current_build(directory)
    assert build is not None
    with closing(open_build(build)) as database:
        origins = [list(one) for one in database.rows("SELECT origins FROM load")["origins"]]
    assert origins == [["reports"], ["purged", "reports"], []]


def test_builds_that_held_it_get_new_numbers_in_their_order(directory: Path) -> None:
    done = purge(directory, SECRET.report_id, "names a source")
    assert (done.rewritten, done.removed) == ({2: 4, 3: 5}, ())
    assert [(one.number, one.built_on, one.is_current) for one in builds(directory)] == [
        (5, 4, True),
        (4, 1, False),
        (1, None, False),
    ]
    assert rollback(directory).now == 4


def test_tombstone_says_what_when_who_and_why(directory: Path) -> None:
    purge(directory, SECRET.report_id, "  names\na source ")
    (found,) = tombstones(directory)
    assert (found.report_id, found.content_hash) == (SECRET.report_id, SECRET.content_hash)
    assert found.reason == "names a source"
    assert found.purged_by
    assert datetime.now(UTC) - found.purged_at < timedelta(seconds=30)


def test_purged_report_is_refused_at_the_next_load(directory: Path) -> None:
    purge(directory, SECRET.report_id, "names a source")
    told = Difference(SECRET.sources[0], "title", f'It is declared as "{WORD}".')
    load = publish(directory, [SECRET, told, report("Other.")], ())
    assert (load.added, load.differences) == (1, ())
    (refused,) = load.rejections
    assert (refused.source, refused.code) == (SECRET.source, "purged")
    assert refused.reason.startswith("Its text was purged on ")
    assert refused.reason.endswith(" (names a source) and is not loaded again.")


def test_report_that_only_an_older_build_holds_is_purged_there(directory: Path) -> None:
    rollback(directory, 1)
    done = purge(directory, SECRET.report_id, "names a source")
    assert list(done.rewritten) == [2, 3]
    assert _files_with(directory, WORD) == []
    build = current_build(directory)
    assert build is not None
    assert build.number == 1


def test_purged_revision_makes_the_one_before_the_newest(tmp_path: Path) -> None:
    head = Head(headline="Strike", publisher="Gazette", published_on=date(2025, 6, 3))
    words = " ".join(f"word{number}" for number in range(50))
    first, edited = (
        report(f"{words} {end}", contents=Contents(head=head)) for end in ("first", "second")
    )
    publish(tmp_path, [first], ())
    publish(tmp_path, [edited], ())
    purge(tmp_path, edited.report_id, "wrong")
    build = current_build(tmp_path)
    assert build is not None
    with closing(open_build(build)) as database:
        found = database.rows("SELECT report_id, is_newest FROM report")
    assert found.to_numpy().tolist() == [[first.report_id, True]]


def test_warning_that_names_a_purged_report_goes_with_it(tmp_path: Path) -> None:
    contents = Contents(head=Head(headline="Strike"))
    one, other = (report(text, contents=contents) for text in ("a b c d e", "a b c d e f"))
    publish(tmp_path, [one, other], ())
    assert [len(found.parse.warnings) for found in _reports(tmp_path)] == [1, 1]
    purge(tmp_path, other.report_id, "wrong")
    assert [found.parse.warnings for found in _reports(tmp_path)] == [()]


def test_purge_that_was_cut_off_is_finished_by_the_next_writer(directory: Path) -> None:
    done = purge(directory, "report-other", "first")
    keep(directory, [replace(done.tombstone, report_id=SECRET.report_id, is_done=False)])
    publish(directory, [], ())
    assert _files_with(directory, WORD) == []
    assert [one.is_done for one in tombstones(directory)] == [True]


def test_purge_that_was_cut_off_under_an_older_version_is_finished_after_a_rereading(
    directory: Path,
) -> None:
    done = purge(directory, "report-other", "first")
    keep(directory, [replace(done.tombstone, report_id=BYSTANDERS[0].report_id, is_done=False)])
    with closing(duckdb.connect(kept_builds(directory)[-1].path)) as connection:
        connection.execute("UPDATE meta SET schema_version = 1")
    with pytest.raises(BuildVersionError):
        publish(directory, [], ())
    bystanders = [one for one in _parsed(directory) if one.report_id != BYSTANDERS[0].report_id]
    assert reread(directory, lambda _: _parsed(directory)).reports == len(bystanders)
    publish(directory, [], ())
    assert [one.is_done for one in tombstones(directory)] == [True]
    assert _files_with(directory, "Bystander 0") == []


def test_builds_of_another_version_are_removed(directory: Path) -> None:
    oldest = kept_builds(directory)[0]
    with closing(duckdb.connect(oldest.path)) as connection:
        connection.execute("UPDATE meta SET schema_version = 1")
    assert purge(directory, SECRET.report_id, "names a source").removed == (1,)
    assert [one.number for one in builds(directory)] == [5, 4]


def test_current_build_of_another_version_is_not_purged(directory: Path) -> None:
    newest = kept_builds(directory)[-1]
    with closing(duckdb.connect(newest.path)) as connection:
        connection.execute("UPDATE meta SET schema_version = 1")
    with pytest.raises(BuildVersionError, match="--reread"):
        purge(directory, SECRET.report_id, "names a source")
    assert tombstones(directory) == ()
    assert [one.number for one in builds(directory)] == [3, 2, 1]


def test_purge_needs_a_report_and_a_reason_and_is_done_once(directory: Path) -> None:
    with pytest.raises(StoreError, match="holds report-none"):
        purge(directory, "report-none", "names a source")
    with pytest.raises(StoreError, match="Say why"):
        purge(directory, SECRET.report_id, " \n")
    purge(directory, SECRET.report_id, "names a source")
    with pytest.raises(StoreError, match="was purged already"):
        purge(directory, SECRET.report_id, "again")


@pytest.mark.parametrize("content", ["{", "[]", '{"report_id": 1}', json.dumps("x"), "\ufffd"])
def test_damaged_list_of_tombstones_stops_every_load(directory: Path, content: str) -> None:
    (directory / "purged.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match="damaged"):
        publish(directory, [], ())


def test_reader_keeps_its_build_through_a_purge(directory: Path) -> None:
    build = current_build(directory)
    assert build is not None
    with closing(open_build(build)) as database:
        purge(directory, SECRET.report_id, "names a source")
        assert database.report(SECRET.report_id) is not None


def _parsed(directory: Path) -> list[Report]:
    """Return the reports of the newest build as if they were read again, whatever its version."""
    with closing(duckdb.connect(kept_builds(directory)[-1].path, read_only=True)) as connection:
        found = connection.execute("SELECT report_id, text FROM report ORDER BY report_key")
        return [replace(report(text), report_id=report_id) for report_id, text in found.fetchall()]
