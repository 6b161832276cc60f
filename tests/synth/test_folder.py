"""Synthetic reports in folders: the same bytes each time, in shards."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dash_intel.errors import OutputError
from dash_intel.model.source import SourceText
from dash_intel.read import find, read_file
from dash_intel.synth import Form, write


def test_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    told: list[int] = []
    write(120, tmp_path / "one", 5, Form.TXT, told.append)
    write(60, tmp_path / "fewer", 5, Form.TXT, told.append)
    one, fewer = _files(tmp_path / "one"), _files(tmp_path / "fewer")
    assert told == [100, 120, 60]
    assert {name: one[name] for name in fewer} == fewer


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    write(60, tmp_path / "here", 5, Form.TXT, lambda _: None)
    command = [sys.executable, "-m", "dash_intel", "synth", "60", tmp_path / "there", "--seed", "5"]
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": "99"})
    assert _files(tmp_path / "here") == _files(tmp_path / "there")


def test_folders_hold_a_thousand_files(tmp_path: Path) -> None:
    write(1_001, tmp_path / "many", 5, Form.TXT, lambda _: None)
    assert {path.name: len(list(path.iterdir())) for path in (tmp_path / "many").iterdir()} == {
        "0000": 1_000,
        "0001": 1,
    }


def test_lines_hold_the_texts_of_the_files(tmp_path: Path) -> None:
    write(30, tmp_path / "txt", 5, Form.TXT, lambda _: None)
    write(30, tmp_path / "jsonl", 5, Form.JSONL, lambda _: None)
    (file,) = (tmp_path / "jsonl").iterdir()
    records = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert {one["source"]: one["text"].encode() for one in records} == _files(tmp_path / "txt")
    read = [found for ref in find([file]) for found in read_file(ref)]
    assert [found.text for found in read if isinstance(found, SourceText)] == [
        one["text"] for one in records
    ]


def test_a_folder_with_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("Mine.", encoding="utf-8")
    with pytest.raises(OutputError, match="not empty"):
        write(1, tmp_path, 5, Form.TXT, lambda _: None)


def _files(directory: Path) -> dict[str, bytes]:
    found = sorted(path for path in directory.rglob("*") if path.is_file())
    return {path.relative_to(directory).as_posix(): path.read_bytes() for path in found}
