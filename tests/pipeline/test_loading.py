"""What a load brings, with and without worker processes, and what a dry run leaves alone."""

import json
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from dash_intel.export import reports_jsonl
from dash_intel.model.load import Load
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.pipeline import Progress, load, load_outcomes, load_sample, read_uploads, rehearse
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from tests.reports import HARBOUR
from tests.sample import ALIKE, FILES, REVISED, TEXTS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder of 30 texts, two of them the same, an empty file and a file of no format."""
    directory = tmp_path / "reports"
    (directory / "more").mkdir(parents=True)
    for number in range(28):
        text = f"{HARBOUR}\nNote {number}.\n"
        (directory / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (directory / "more" / "same.txt").write_bytes((directory / "00.txt").read_bytes())
    (directory / "more" / "strange.md").write_text("Nothing that anyone knows.", encoding="utf-8")
    (directory / "more" / "empty.txt").touch()
    (directory / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return directory


def test_load_brings_the_whole_folder(folder: Path, tmp_path: Path) -> None:
    brought = load([folder], tmp_path / "db", jobs=1)
    assert replace(brought, rejections=()) == Load(
        number=1,
        loaded_at=brought.loaded_at,
        origins=(str(folder),),
        added=29,
        known=1,
        unrecognised=1,
        warned=28,
        revised=27,
    )
    assert [one.source for one in brought.rejections] == ["more/empty.txt", "picture.png"]
    with _opened(tmp_path / "db") as database:
        (same,) = (one for one in database.reports() if len(one.sources) > 1)
    assert same.sources == ("00.txt", "more/same.txt")


def test_workers_change_nothing_in_what_is_loaded(folder: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    loads = [load([folder], here, jobs=1), load([folder], there, jobs=2)]
    assert replace(loads[1], loaded_at=loads[0].loaded_at) == loads[0]
    assert _export(here) == _export(there)


def test_export_of_a_load_of_an_export_is_identical(folder: Path, tmp_path: Path) -> None:
    load([SAMPLE_DIRECTORY, folder], tmp_path / "first", jobs=1)
    exported = _export(tmp_path / "first")
    (tmp_path / "export.jsonl").write_text(exported, encoding="utf-8")
    brought = load([tmp_path / "export.jsonl"], tmp_path / "second")
    assert (brought.added, brought.known, brought.differences) == (TEXTS + 29, 0, ())
    assert _export(tmp_path / "second") == exported


def test_every_exported_report_is_valid(folder: Path, tmp_path: Path) -> None:
    load([SAMPLE_DIRECTORY, folder], tmp_path / "db", jobs=1)
    schema = jsonschema.Draft202012Validator(reports_jsonl.schema())
    lines = _export(tmp_path / "db").splitlines()
    assert len(lines) == TEXTS + 29
    assert [error.message for line in lines for error in schema.iter_errors(json.loads(line))] == []


def test_dry_run_tells_what_a_load_would_bring_and_changes_nothing(
    folder: Path, tmp_path: Path
) -> None:
    database = tmp_path / "db"
    rehearsed = rehearse([folder], database, jobs=1)
    assert not database.exists()
    first = load([folder / "00.txt"], database)
    before = current_build(database)
    again = rehearse([folder], database, jobs=1)
    assert current_build(database) == before
    actual = load([folder], database, jobs=1)
    assert replace(again, loaded_at=actual.loaded_at) == actual
    assert (first.added, rehearsed.added, again.added) == (1, 29, 28)


def test_load_of_nothing_readable_is_recorded(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    brought = load([tmp_path / "empty.txt", tmp_path / "none"], tmp_path / "db")
    assert [(one.source, one.code) for one in brought.rejections] == [
        ("empty.txt", "empty"),
        (str(tmp_path / "none"), "not_found"),
    ]
    with _opened(tmp_path / "db") as database:
        assert len(database.rows("SELECT * FROM rejection")) == 2


def test_watcher_is_told_of_reports_and_rejections(folder: Path, tmp_path: Path) -> None:
    told: list[Progress] = []
    load([folder], tmp_path / "db", jobs=1, progress=told.append)
    assert (told[0], told[-1]) == (Progress(0, 32, 0, 0), Progress(32, 32, 30, 2))
    assert [one.files_done for one in told] == list(range(33))


def test_sample_loads_whole(tmp_path: Path) -> None:
    brought = load_sample(tmp_path / "db")
    assert (brought.added, brought.unrecognised, brought.rejections) == (TEXTS, 0, ())
    assert (brought.revised, brought.warned) == (REVISED, ALIKE)


def test_uploads_are_loaded_as_they_were_looked_at(tmp_path: Path) -> None:
    uploads = [("harbour.txt", HARBOUR.encode()), ("empty.txt", b"")]
    outcomes = read_uploads(uploads)
    brought = load_outcomes(outcomes, ("harbour.txt", "empty.txt"), tmp_path / "db")
    assert (brought.added, brought.origins) == (1, ("harbour.txt", "empty.txt"))
    assert brought.rejections == tuple(one for one in outcomes if isinstance(one, Rejection))
    with _opened(tmp_path / "db") as database:
        assert list(database.reports()) == [one for one in outcomes if isinstance(one, Report)]


def test_seed_report_loads_clean_where_it_is_at_hand(tmp_path: Path) -> None:
    seed = Path(__file__).parents[3] / "shared" / "seed"
    paths = [seed] if seed.is_dir() else [FILES[0]]
    brought = load(paths, tmp_path / "db")
    assert brought.added > 0
    assert (brought.unrecognised, brought.warned, brought.rejections) == (0, 0, ())


@contextmanager
def _opened(directory: Path) -> Iterator[Database]:
    build = current_build(directory)
    assert build is not None
    with closing(open_build(build)) as database:
        yield database


def _export(directory: Path) -> str:
    with _opened(directory) as database:
        return "".join(reports_jsonl.lines(database.reports()))


def test_declared_half_of_a_surrogate_pair_costs_no_other_report(tmp_path: Path) -> None:
    records = [{"schema_version": 1, "text": HARBOUR, "title": "\ud800 bad"}, {"text": "Good."}]
    lines = "".join(f"{json.dumps(record)}\n" for record in records)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    brought = load([tmp_path / "a.jsonl"], tmp_path / "db")
    assert (brought.added, brought.rejections) == (2, ())
    assert '"\ufffd bad"' in brought.differences[0].message


@pytest.mark.parametrize("is_there", [True, False])
def test_nothing_to_read_publishes_nothing(tmp_path: Path, *, is_there: bool) -> None:
    folder = tmp_path / "none"
    if is_there:
        folder.mkdir()
    assert load([folder], tmp_path / "db").number == 1
    assert current_build(tmp_path / "db") is None
    (tmp_path / "one.txt").write_text(HARBOUR, encoding="utf-8")
    load([tmp_path / "one.txt"], tmp_path / "db")
    before = current_build(tmp_path / "db")
    again = load([folder, folder], tmp_path / "db")
    assert (again.number, again.added, len(again.rejections)) == (2, 0, 0 if is_there else 2)
    assert current_build(tmp_path / "db") == before


def test_names_of_uploads_are_kept_as_text_that_can_be_shown(tmp_path: Path) -> None:
    brought = load_outcomes((), ("a\x1b[31m\ud800.txt",), tmp_path / "db")
    assert brought.origins == ("a\ufffd[31m\ufffd.txt",)


def test_temporary_files_of_a_load_lie_in_its_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.zip", "b.zip"):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for number in range(1_001):
                archive.writestr(f"{number:04}.txt", f"Text {number} of {name}.")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    brought = load([tmp_path / "a.zip", tmp_path / "b.zip"], tmp_path / "db", jobs=2)
    assert brought.added == 2_002
    assert not list((tmp_path / "db").glob("*.part*"))
