import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from dash_intel.model.source import SourceText
from dash_intel.read import FileRef, find, read_bytes, read_file
from tests.read.made import HARBOUR, in_short, pdf, zipped

AS_NOBODY = """
import os, sys
from pathlib import Path
from dash_intel.read import FileRef, find, read_file
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
for found in find([Path(sys.argv[1])]):
    outcomes = read_file(found) if isinstance(found, FileRef) else [found]
    for outcome in outcomes:
        print(outcome.source, getattr(outcome, "code", None) or outcome.text)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that every user may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in (folder / "closed", folder / "locked.txt"):
        if path.exists():
            path.chmod(0o700)
    shutil.rmtree(folder)


def outcomes_of(path: Path) -> list[tuple[str, str]]:
    return in_short(read_file(FileRef(path, path.name)))


def test_a_file_is_read_and_hashed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(HARBOUR.encode())
    digest = sha256(HARBOUR.encode()).hexdigest()
    assert list(read_file(FileRef(path, "sub/a.txt"))) == [
        SourceText(HARBOUR, ("sub/a.txt",), bytes_hash=digest)
    ]


def test_every_file_of_a_folder_is_read_or_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("a.txt", "a"), ("../b.txt", "b")))
    (tmp_path / "b.pdf").write_bytes(pdf(()))
    (tmp_path / "c.jsonl").write_text('{"text": "c"}\n')
    (tmp_path / "d").write_text("d")
    (tmp_path / "e.txt").touch()
    refs = [found for found in find([tmp_path]) if isinstance(found, FileRef)]
    assert [one for ref in refs for one in in_short(read_file(ref))] == [
        ("a.zip!a.txt", "a"),
        ("a.zip!../b.txt", "unsafe_name"),
        ("b.pdf", "no_text_layer"),
        ("c.jsonl!1", "c"),
        ("d", "d"),
        ("e.txt", "empty"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"Ferries stay\n",
        pdf(("a",)),
        zipped(("a", "a")),
        b'{"text": "a"}\n',
        b"",
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_a_file_whose_name_has_no_ending_is_read_as_an_upload_of_it_is(
    tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "report").write_bytes(data)
    named = in_short(read_file(FileRef(tmp_path / "report", "report")))
    assert named == in_short(read_bytes("report", data))
    (ref,) = find([tmp_path])
    assert isinstance(ref, FileRef)
    assert in_short(read_file(ref)) == named


def test_a_file_without_ending_that_holds_no_text_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "program").write_bytes(b"\x00\x01\x02\x03" * 64)
    assert outcomes_of(tmp_path / "program") == [("program", "binary")]


def test_files_and_folders_without_permission_are_rejected_and_the_others_read(
    open_folder: Path,
) -> None:
    (open_folder / "a.txt").write_text("a")
    (open_folder / "closed").mkdir()
    (open_folder / "closed" / "b.txt").write_text("b")
    (open_folder / "locked.txt").write_text("c")
    (open_folder / "z.txt").write_text("z")
    (open_folder / "closed").chmod(0)
    (open_folder / "locked.txt").chmod(0)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(open_folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [
        "a.txt a",
        "closed no_permission",
        "locked.txt no_permission",
        "z.txt z",
    ]


def test_a_file_that_vanished_is_rejected(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    (ref,) = find([tmp_path])
    path.unlink()
    assert isinstance(ref, FileRef)
    assert in_short(read_file(ref)) == [("a.txt", "vanished")]


def test_a_file_that_became_a_folder_is_rejected(tmp_path: Path) -> None:
    assert outcomes_of(tmp_path) == [(tmp_path.name, "not_a_file")]


def test_a_pipe_that_nobody_writes_to_is_rejected_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert outcomes_of(tmp_path / "a.txt") == [("a.txt", "not_a_file")]


def test_a_device_is_rejected() -> None:
    assert outcomes_of(Path("/dev/zero")) == [("zero", "not_a_file")]


def test_no_file_stays_open(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n' * 9)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(20):
        outcomes_of(tmp_path / "a.jsonl")
        outcomes_of(tmp_path)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
