"""Reading on worker processes brings what reading here brings, whatever happens to them."""

import multiprocessing
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.pipeline.inputs import Item, Upload
from dash_intel.pipeline.progress import Progress, unwatched
from dash_intel.pipeline.reading import read
from dash_intel.store import Outcome
from tests.reports import HARBOUR


class Fatal(bytes):
    """Bytes that end the process that unpacks them."""

    __slots__ = ()

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (9,)


def uploads(number: int) -> list[Item]:
    return [Upload(f"{n}.txt", f"{HARBOUR}\nNote {n}.".encode()) for n in range(number)]


def test_workers_bring_the_same_in_the_same_order() -> None:
    items = [*uploads(30), Rejection("gone.txt", "not_found", "Gone."), Upload("e.txt", b"")]
    assert _all(items, jobs=2) == _all(items, jobs=1)


def test_worker_that_dies_rejects_its_item_only() -> None:
    items = uploads(20)
    items[7] = Upload("fatal.txt", Fatal(b"x"))
    found = _all(items, jobs=2)
    names = [item.name for item in items if isinstance(item, Upload)]
    assert [one.source for one in found] == names
    rejected = [one for one in found if isinstance(one, Rejection)]
    assert [(one.source, one.code) for one in rejected] == [("fatal.txt", "reader_died")]


def test_large_archives_come_whole_and_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archives = [tmp_path / "a.zip", tmp_path / "b.zip"]
    for archive in archives:
        with zipfile.ZipFile(archive, "w") as file:
            for number in range(1100):
                file.writestr(f"{number:04}.txt", f"Text {number} of {archive.name}.")
    items: list[Item] = [Upload(path.name, path.read_bytes()) for path in archives]
    spool = tmp_path / "spool"
    spool.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(spool))
    found = _all(items, jobs=2)
    assert [one.source for one in found] == [
        f"{path.name}!{number:04}.txt" for path in archives for number in range(1100)
    ]
    assert list(spool.iterdir()) == []


def test_workers_are_gone_when_reading_is_given_up() -> None:
    before = set(multiprocessing.active_children())
    reading = read(uploads(200), 2, unwatched)
    next(reading)
    reading.close()
    assert set(multiprocessing.active_children()) <= before


def test_few_texts_start_no_workers() -> None:
    before = set(multiprocessing.active_children())
    reading = read(uploads(200), None, unwatched)
    next(reading)
    assert set(multiprocessing.active_children()) == before
    reading.close()


def test_watcher_is_told_from_nothing_done_to_all_done() -> None:
    told: list[Progress] = []
    items = [*uploads(2), Upload("empty.txt", b"")]
    for _, found in read(items, 1, told.append):
        list(found)
    assert told == [
        Progress(0, 3, 0, 0),
        Progress(1, 3, 1, 0),
        Progress(2, 3, 2, 0),
        Progress(3, 3, 2, 1),
    ]


def _all(items: Sequence[Item], jobs: int) -> list[Report | Rejection]:
    found: list[Outcome] = [one for _, brought in read(items, jobs, unwatched) for one in brought]
    return [one for one in found if isinstance(one, Report | Rejection)]
