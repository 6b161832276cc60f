"""Checking names places that open from here, and tells what does not fit."""

import json
import zipfile
from pathlib import Path

from dash_intel.export.reports_jsonl import exchange
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.pipeline import Upload, check, read_uploads
from tests.reports import HARBOUR


def test_place_is_the_path_with_what_is_inside_it(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.txt").write_text(HARBOUR, encoding="utf-8")
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.writestr("in/c.txt", HARBOUR)
        archive.writestr("d.txt", "")
    places = [found.place for found in check([folder, Upload("standard input", b"Text.")])]
    assert places == [
        f"{folder}/b.zip!in/c.txt",
        f"{folder}/b.zip!d.txt",
        f"{folder}/deep/a.txt",
        "standard input",
    ]


def test_object_with_sources_of_its_own_is_placed_by_its_number(tmp_path: Path) -> None:
    (report,) = read_uploads([("harbour.txt", HARBOUR.encode())])
    assert isinstance(report, Report)
    other = exchange(report) | {"publisher": "Nobody"}
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(exchange(report))}\n{json.dumps(other)}\n", encoding="utf-8")
    found = list(check([path]))
    assert [(one.place, len(one.differences)) for one in found] == [
        (f"{path}!1", 0),
        (f"{path}!2", 1),
    ]


def test_path_that_is_not_there_is_rejected_by_its_name() -> None:
    (found,) = check([Path("no/such.txt")])
    assert isinstance(found.outcome, Rejection)
    assert found.place == "no/such.txt"
