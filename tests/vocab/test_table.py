"""Vocabulary files are read strictly, and an analyst's own rows are added to ours."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dash_intel.errors import SettingError, VocabularyError
from dash_intel.vocab import table


def _forget() -> None:
    for remembered in (table.rows, table.version, table._own_files):
        remembered.cache_clear()


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A vocabulary folder of the test's own in place of the shipped one."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "toy.csv").write_text("key,label\nports,Ports\n", encoding="utf-8")
    monkeypatch.setattr(table, "_folder", lambda: folder)
    _forget()
    yield folder
    _forget()


@pytest.fixture
def own(shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An analyst's folder beside it."""
    folder = tmp_path / "own"
    folder.mkdir()
    monkeypatch.setenv("DASH_INTEL_VOCAB", str(folder))
    return folder


COLUMNS = ("key", "label")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"key,label\n1\n", r"^toy.csv:2: expected 2 fields"),
        (b"key,label\n1,2,3\n", r"^toy.csv:2: expected 2 fields"),
        (b"key,name\n1,2\n", r"^toy.csv:1: the columns must be key, label"),
        (b"key,label\n1,2\n\xff,2\n", r"^toy.csv:3: this is not UTF-8"),
        (b'key,label\n1,2\n"3,4\n', r"^toy.csv:2: unexpected end"),
        (b"", r"^toy.csv:1"),
    ],
)
def test_broken_file_is_named_with_its_line(shipped: Path, content: bytes, message: str) -> None:
    (shipped / "toy.csv").write_bytes(content)
    with pytest.raises(VocabularyError, match=message):
        table.rows("toy", COLUMNS)


def test_missing_file_is_named(shipped: Path) -> None:
    with pytest.raises(VocabularyError, match=r"other\.csv"):
        table.rows("other", ("a",))


def test_file_beyond_the_limit_is_refused(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "LARGEST", 5)
    with pytest.raises(VocabularyError, match=r"toy\.csv is larger than 5 bytes"):
        table.rows("toy", COLUMNS)


@pytest.mark.parametrize("setting", ["", "  "])
def test_without_an_own_folder_our_rows_stand_alone(
    shipped: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv("DASH_INTEL_VOCAB", setting)
    assert table.rows("toy", COLUMNS) == ({"key": "ports", "label": "Ports"},)


def test_own_rows_come_after_ours(own: Path) -> None:
    (own / "toy.csv").write_text("key,label\nrail,Rail\n", encoding="utf-8")
    assert [row["key"] for row in table.rows("toy", COLUMNS)] == ["ports", "rail"]


def test_own_row_takes_the_place_of_ours(own: Path) -> None:
    (own / "toy.csv").write_text("key,label\nports,Harbours\n", encoding="utf-8")
    found = table.keyed("toy", COLUMNS, "key")
    assert {key: row["label"] for key, row in found.items()} == {("ports",): "Harbours"}


def test_key_twice_in_one_file_is_refused_with_its_line(own: Path) -> None:
    (own / "toy.csv").write_text("key,label\nrail,Rail\nrail,Trains\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=rf"^{own}/toy\.csv:3: “rail” stands there already"):
        table.keyed("toy", COLUMNS, "key")


def test_empty_key_is_refused_with_its_line(own: Path) -> None:
    (own / "toy.csv").write_text("key,label\n,Rail\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=rf"^{own}/toy\.csv:2: key must not be empty"):
        table.keyed("toy", COLUMNS, "key")


def test_own_file_of_an_unknown_name_is_refused(own: Path) -> None:
    (own / "toys.csv").write_text("key,label\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"toys\.csv: there is no vocabulary .* toy\.csv"):
        table.rows("toy", COLUMNS)


def test_other_files_in_the_own_folder_are_left_alone(own: Path) -> None:
    (own / "notes.txt").write_text("why these words", encoding="utf-8")
    assert len(table.rows("toy", COLUMNS)) == 1


def test_own_folder_that_is_not_there_is_refused(
    shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASH_INTEL_VOCAB", "/nowhere/words")
    with pytest.raises(SettingError, match="/nowhere/words: there is no such folder"):
        table.rows("toy", COLUMNS)


def test_version_follows_our_words_and_the_own_ones(own: Path) -> None:
    versions = [table.version()]
    (own / "toy.csv").write_text("key,label\nrail,Rail\n", encoding="utf-8")
    _forget()
    versions.append(table.version())
    (own / "toy.csv").write_text("key,label\nrail,Railways\n", encoding="utf-8")
    _forget()
    versions.append(table.version())
    assert len(set(versions)) == len(versions)
