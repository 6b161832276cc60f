"""Going back to an older build loses nothing, and says what the older one lacks."""

import shutil
from pathlib import Path

import duckdb
import pytest

from dash_intel.errors import BuildVersionError, StoreError
from dash_intel.store import builds, current_build, lacking, publish, rollback
from dash_intel.store.builds import kept_build
from tests.reports import report

ONE, TWO, THREE = (report(f"Text {word}.", source=f"{word}.txt") for word in ("a", "b", "c"))


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Give a database of three builds of one, two and three reports."""
    for one in (ONE, TWO, THREE):
        publish(tmp_path, [one], ())
    return tmp_path


def _current(directory: Path) -> int:
    build = current_build(directory)
    assert build is not None
    return build.number


def test_builds_are_listed_newest_first(directory: Path) -> None:
    found = builds(directory)
    assert [(one.number, one.reports, one.is_current, one.built_on) for one in found] == [
        (3, 3, True, 2),
        (2, 2, False, 1),
        (1, 1, False, None),
    ]
    assert all(one.size > 0 and one.trouble is None for one in found)
    assert found[0].published_at >= found[1].published_at >= found[2].published_at


def test_folder_without_a_database_has_no_builds(tmp_path: Path) -> None:
    assert builds(tmp_path / "none") == ()


def test_rollback_goes_to_the_build_before_and_tells_what_it_lacks(directory: Path) -> None:
    done = rollback(directory)
    assert (done.before, done.now) == (3, 2)
    assert done.lacking is not None
    assert [(one.report_id, one.title) for one in done.lacking] == [(THREE.report_id, "c.txt")]
    assert _current(directory) == 2


def test_rollback_can_be_undone(directory: Path) -> None:
    rollback(directory, 1)
    assert rollback(directory, 3).lacking == ()
    assert _current(directory) == 3
    assert [one.reports for one in builds(directory)] == [3, 2, 1]


def test_what_a_build_lacks_is_told_before_going_back(directory: Path) -> None:
    found = lacking(directory, 1)
    assert found is not None
    assert [one.title for one in found] == ["b.txt", "c.txt"]
    assert _current(directory) == 3


def test_load_after_a_rollback_builds_on_the_build_gone_back_to(directory: Path) -> None:
    rollback(directory, 1)
    publish(directory, [report("New.")], ())
    found = builds(directory)
    assert [(one.number, one.reports, one.built_on) for one in found] == [
        (4, 2, 1),
        (3, 3, 2),
        (1, 1, None),
    ]
    assert rollback(directory).now == 1


def test_build_gone_back_from_stays_through_the_next_two_loads(directory: Path) -> None:
    rollback(directory)
    kept = []
    for number in range(3):
        publish(directory, [report(f"New {number}.")], ())
        kept.append([one.number for one in builds(directory)])
    assert kept == [[4, 3, 2], [5, 4, 3], [6, 5, 4]]


def test_first_build_has_none_before(tmp_path: Path) -> None:
    publish(tmp_path, [], ())
    with pytest.raises(StoreError, match="There is no build before build 1"):
        rollback(tmp_path)


def test_unknown_build_is_refused_with_those_that_are_there(directory: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no build 9 in .*; there are: 1, 2, 3\."):
        rollback(directory, 9)
    with pytest.raises(StoreError, match="current one already"):
        rollback(directory, 3)


def test_damaged_build_is_listed_and_not_gone_back_to(directory: Path) -> None:
    kept_build(directory, 2).path.write_bytes(b"no database" * 1000)
    assert [one.trouble for one in builds(directory)] == [None, "damaged", None]
    with pytest.raises(StoreError, match="damaged"):
        rollback(directory, 2)
    assert _current(directory) == 3


def test_rollback_mends_a_damaged_current_build_and_a_broken_pointer(directory: Path) -> None:
    kept_build(directory, 3).path.write_bytes(b"no database" * 1000)
    assert rollback(directory, 2).lacking is None
    (directory / "current").write_text("nothing\n", encoding="ascii")
    assert rollback(directory, 1).before is None
    assert _current(directory) == 1


def test_build_of_the_first_version_is_not_gone_back_to(directory: Path) -> None:
    kept_build(directory, 1).path.rename(directory / "build-000000.duckdb")
    shutil.rmtree(directory / "build-000001")
    with duckdb.connect(directory / "build-000000.duckdb") as connection:
        connection.execute("UPDATE meta SET schema_version = 1")
    assert builds(directory)[-1].trouble == "of another version of dash-intel"
    with pytest.raises(BuildVersionError):
        rollback(directory, 0)
