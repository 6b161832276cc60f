import os
import pickle
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from dash_intel.model.source import Rejection
from dash_intel.read import LIMITS, FileRef, Limits, find


def found(*paths: Path, limits: Limits = LIMITS) -> list[tuple[str, str]]:
    """Return (source, code) of what is found, the code "" for files."""
    return [
        (one.source, one.code if isinstance(one, Rejection) else "") for one in find(paths, limits)
    ]


def filled(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return folder


def test_folders_are_walked_in_order_and_named_from_their_root(tmp_path: Path) -> None:
    filled(tmp_path, "b/2.txt", "b/10.txt", "a.txt", "c.txt", "b/b/x y.md")
    assert found(tmp_path) == [
        ("a.txt", ""),
        ("b/10.txt", ""),
        ("b/2.txt", ""),
        ("b/b/x y.md", ""),
        ("c.txt", ""),
    ]


def test_a_file_is_named_by_its_name_and_paths_keep_their_order(tmp_path: Path) -> None:
    filled(tmp_path, "one/a.txt", "two/b.txt", "two/c.txt")
    paths = (tmp_path / "two", tmp_path / "one" / "a.txt")
    assert found(*paths) == [("b.txt", ""), ("c.txt", ""), ("a.txt", "")]


def test_what_is_found_can_be_sent_to_another_process(tmp_path: Path) -> None:
    filled(tmp_path, "a.txt")
    (ref,) = find([tmp_path])
    assert ref == FileRef(tmp_path / "a.txt", "a.txt")
    assert pickle.loads(pickle.dumps(ref)) == ref  # noqa: S301


def test_clutter_is_left_out_unless_it_is_named(tmp_path: Path) -> None:
    filled(tmp_path, ".git/a.txt", ".x.txt", "__MACOSX/a.txt", "Thumbs.db", "~$a.docx", "a.txt")
    assert found(tmp_path) == [("a.txt", "")]
    assert found(tmp_path / ".x.txt") == [(".x.txt", "")]


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert found(tmp_path) == []


@pytest.mark.parametrize("name", ["none.txt", "none/none.txt", "a.txt/b.txt", "a\0b", "x" * 300])
def test_a_path_that_is_not_there_is_rejected(tmp_path: Path, name: str) -> None:
    filled(tmp_path, "a.txt", "b.txt")
    (rejection, ref) = find([tmp_path / name, tmp_path / "b.txt"])
    assert isinstance(rejection, Rejection)
    assert rejection.code == ("read_error" if len(name) == 300 else "not_found")
    assert rejection.source == str(tmp_path / name).replace("\0", "\ufffd")
    assert ref == FileRef(tmp_path / "b.txt", "b.txt")


def test_pipes_sockets_and_devices_are_rejected_without_being_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket.txt")
        (tmp_path / "z.txt").write_text("text")
        assert found(tmp_path, Path("/dev/zero")) == [
            ("pipe.txt", "not_a_file"),
            ("socket.txt", "not_a_file"),
            ("z.txt", ""),
            ("zero", "not_a_file"),
        ]


def test_links_within_the_folder_lead_to_files_and_others_are_rejected(tmp_path: Path) -> None:
    filled(tmp_path, "in/a.txt", "in/sub/b.txt", "out/secret.txt")
    links = {
        "1-file": "a.txt",
        "2-outside": "../out/secret.txt",
        "3-absolute": "/etc/passwd",
        "4-broken": "nothing.txt",
        "5-itself": "5-itself",
        "6-up": ".",
        "7-folder": "sub",
        "8-outside": "../out",
    }
    for name, target in links.items():
        (tmp_path / "in" / name).symlink_to(target)
    (tmp_path / "in" / "sub" / "c-top").symlink_to("..")
    assert found(tmp_path / "in") == [
        ("1-file", ""),
        ("2-outside", "link_outside"),
        ("3-absolute", "link_outside"),
        ("4-broken", "broken_link"),
        ("5-itself", "link_circle"),
        ("6-up", "link_circle"),
        ("7-folder", "link_to_folder"),
        ("8-outside", "link_outside"),
        ("a.txt", ""),
        ("sub/b.txt", ""),
        ("sub/c-top", "link_circle"),
    ]


def test_links_that_are_named_themselves_are_followed(tmp_path: Path) -> None:
    filled(tmp_path, "out/a.txt")
    (tmp_path / "link").symlink_to("out")
    (tmp_path / "file.txt").symlink_to("out/a.txt")
    (tmp_path / "circle").symlink_to("circle")
    paths = (tmp_path / "link", tmp_path / "file.txt", tmp_path / "circle")
    assert found(*paths) == [
        ("a.txt", ""),
        ("file.txt", ""),
        (str(tmp_path / "circle"), "link_circle"),
    ]


def test_names_that_are_no_text_are_shown_as_text(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    for name in (b"caf\xe9.txt", b"line\nbreak.txt", "Zoë\u202etxt.txt".encode()):
        with open(os.path.join(folder, name), "wb") as file:  # noqa: PTH118, PTH123
            file.write(b"text")
    assert found(tmp_path) == [
        ("Zoë\ufffdtxt.txt", ""),
        ("caf\ufffd.txt", ""),
        ("line\ufffdbreak.txt", ""),
    ]


def test_folders_inside_each_other_are_walked_to_a_depth(tmp_path: Path) -> None:
    filled(tmp_path, "a/a.txt", "a/b/b.txt", "a/b/c/c.txt", "z.txt")
    limits = replace(LIMITS, folder_depth=2)
    assert found(tmp_path, limits=limits) == [
        ("a/a.txt", ""),
        ("a/b", "folder_too_deep"),
        ("z.txt", ""),
    ]
