"""What inputs hold and what reading them brings."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dash_intel.export.reports_jsonl import exchange
from dash_intel.model.load import Difference
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.pipeline import Upload, inputs, read_uploads
from dash_intel.pipeline.inputs import brought, items, origins, outcomes
from dash_intel.read import FileRef
from tests.reports import HARBOUR


def test_items_keep_the_order_of_inputs(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("b.txt", "a.txt"):
        (folder / name).write_text(HARBOUR, encoding="utf-8")
    first, last = Upload("first", b"1"), Upload("last", b"2")
    none = tmp_path / "none"
    found = list(items([first, folder, none, last]))
    assert found[:3] == [
        first,
        FileRef(folder / "a.txt", "a.txt"),
        FileRef(folder / "b.txt", "b.txt"),
    ]
    assert isinstance(found[3], Rejection)
    assert found[4:] == [last]


def test_origins_are_what_the_user_named_made_printable() -> None:
    inputs = [Path("reports"), Upload("a\x1b[31m.txt", b""), Path("caf\udce9.txt")]
    assert origins(inputs) == ("reports", "a\ufffd[31m.txt", "caf\ufffd.txt")


def test_text_without_a_name_that_says_its_format_is_read() -> None:
    (found,) = read_uploads([("pasted text", HARBOUR.encode())])
    assert isinstance(found, Report)
    assert (found.source, found.text) == ("pasted text", HARBOUR)


def test_uploads_that_cannot_be_read_are_rejected_by_name() -> None:
    found = read_uploads([("empty.txt", b""), ("a.exe", b"MZ\0\0")])
    assert [(type(one), one.source) for one in found] == [
        (Rejection, "empty.txt"),
        (Rejection, "a.exe"),
    ]


def test_object_that_declares_what_is_read_has_no_differences() -> None:
    (report,) = read_uploads([("harbour.txt", HARBOUR.encode())])
    assert isinstance(report, Report)
    assert list(outcomes(Upload("a.jsonl", _line(exchange(report))))) == [
        replace(report, bytes_hash=None)
    ]


def test_differences_follow_their_report() -> None:
    (report,) = read_uploads([("harbour.txt", HARBOUR.encode())])
    assert isinstance(report, Report)
    declared = exchange(report) | {"publisher": "Nobody", "template": "other"}
    found = list(outcomes(Upload("a.jsonl", _line(declared) + _line(exchange(report)))))
    assert [type(one) for one in found] == [Report, Difference, Difference, Report]
    assert [one.field for one in found if isinstance(one, Difference)] == ["publisher", "template"]


def test_texts_read_together_belong_to_their_items(monkeypatch: pytest.MonkeyPatch) -> None:
    several = b"".join(_line({"text": f"{HARBOUR}\nNote {n}."}) for n in range(5))
    given = [
        Upload("none.jsonl", b"\n"),
        Upload("a.txt", HARBOUR.encode()),
        Upload("several.jsonl", several),
        Rejection("gone.txt", "not_found", "Gone."),
        Upload("b.txt", HARBOUR.encode()),
    ]
    alone = [list(outcomes(item)) for item in given]
    for together in (1, 2, 64):
        monkeypatch.setattr(inputs, "TEXTS_TOGETHER", together)
        assert [list(found) for _, found in brought(given)] == alone
    monkeypatch.setattr(inputs, "LENGTH_TOGETHER", 1)
    assert [list(found) for _, found in brought(given)] == alone


def _line(value: dict[str, object]) -> bytes:
    return json.dumps(value).encode() + b"\n"
