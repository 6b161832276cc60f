"""The pointer ``current`` is believed only where it names a build in its folder."""

from pathlib import Path

import pytest

from dash_intel.errors import StoreError
from dash_intel.store import current_build, publish, spool
from tests.reports import report

HOSTILE = (
    "",
    "\n",
    "../build-000001",
    "/etc/passwd",
    "build-000001\nbuild-000002",
    "build-000001\x00",
    "build-00000١",
    "build-000001.part",
    "build-000009",
    "build-000001.duckdb",
    "BUILD-000001",
    " build-000001",
    "x" * 10_000,
    "build-000001" + " " * 100 + "; DROP TABLE report",
)


def test_folder_that_is_not_there_has_no_build(tmp_path: Path) -> None:
    assert current_build(tmp_path / "none") is None


def test_empty_folder_has_no_build(tmp_path: Path) -> None:
    assert current_build(tmp_path) is None


def test_pointer_holds_the_file_name_only(tmp_path: Path) -> None:
    publish(tmp_path, [report()], ())
    assert (tmp_path / "current").read_bytes() == b"build-000001\n"


def test_build_has_number_path_and_time_in_utc(tmp_path: Path) -> None:
    load = publish(tmp_path, [report()], ())
    build = current_build(tmp_path)
    assert build is not None
    assert (build.number, build.path) == (1, tmp_path / "build-000001" / "reports.duckdb")
    assert abs((build.published_at - load.loaded_at).total_seconds()) < 30


@pytest.mark.parametrize("content", HOSTILE)
def test_pointer_that_names_no_build_is_refused(tmp_path: Path, content: str) -> None:
    publish(tmp_path, [], ())
    (tmp_path / "current").write_bytes(content.encode())
    with pytest.raises(StoreError, match="names no build in its folder"):
        current_build(tmp_path)


def test_binary_pointer_is_refused(tmp_path: Path) -> None:
    (tmp_path / "current").write_bytes(bytes(range(256)))
    with pytest.raises(StoreError, match="names no build in its folder"):
        current_build(tmp_path)


def test_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    publish(tmp_path / "other", [report()], ())
    directory = tmp_path / "db"
    directory.mkdir()
    (directory / "build-000001").symlink_to(tmp_path / "other" / "build-000001")
    (directory / "current").write_text("build-000001\n", encoding="ascii")
    with pytest.raises(StoreError, match="names no build in its folder"):
        current_build(directory)


def test_builds_without_a_pointer_are_not_overwritten(tmp_path: Path) -> None:
    publish(tmp_path, [report("Old.")], ())
    (tmp_path / "current").unlink()
    publish(tmp_path, [report("New.")], ())
    build = current_build(tmp_path)
    assert build is not None
    assert build.number == 2
    assert (tmp_path / "build-000001" / "reports.duckdb").is_file()


def test_temporary_files_of_a_writer_that_was_killed_are_removed(tmp_path: Path) -> None:
    publish(tmp_path, [report("Old.")], ())
    with spool(tmp_path) as left:
        (Path(left) / "text").write_text("secret", encoding="utf-8")
        publish(tmp_path, [report("New.")], ())
        assert not Path(left).exists()
    build = current_build(tmp_path)
    assert build is not None
    assert build.number == 2
