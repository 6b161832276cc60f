import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dash_intel.read import SUPPORTED
from tests.read.made import in_short, pdf, read, rejection_of, text_of, word, zipped

PARQUET = io.BytesIO()
pq.write_table(pa.table({"text": ["a"]}), PARQUET)
PAGE = b"\n<!DOCTYPE html>\n<title>T</title><p>a"
REAL = {
    ".pdf": pdf(("a",)),
    ".docx": word("a"),
    ".zip": zipped(("a.txt", "a")),
    ".parquet": PARQUET.getvalue(),
    ".html": PAGE,
}


@pytest.mark.parametrize("found", REAL)
@pytest.mark.parametrize("extension", SUPPORTED)
def test_a_wrong_extension_is_rejected_with_the_right_one(found: str, extension: str) -> None:
    if extension == found or (extension, found) == (".htm", ".html"):
        assert "a" in text_of(f"a{extension}", REAL[found])
    else:
        rejection = rejection_of(f"a{extension}", REAL[found])
        assert rejection.code == "wrong_extension"
        assert rejection.reason.endswith(f"rename it to end in {found}.")


@pytest.mark.parametrize("extension", [".pdf", ".docx", ".zip", ".parquet"])
def test_text_called_something_else_is_rejected(extension: str) -> None:
    rejection = rejection_of(f"a{extension}", b"Published on: 2025-06-04\n")
    assert rejection.code == "wrong_extension"
    assert rejection.reason.startswith("It seems to be plain text, not a")
    assert rejection.reason.endswith("rename it to end in .txt.")


@pytest.mark.parametrize("extension", [".pdf", ".docx", ".zip", ".parquet"])
def test_other_bytes_called_so_are_rejected(extension: str) -> None:
    assert rejection_of(f"a{extension}", b"\x00\x01" * 90).code == "wrong_extension"
    assert rejection_of(f"a{extension}", b"").code == "empty"


@pytest.mark.parametrize(
    ("start", "named"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or protected Office document"),
        (b"{\\rtf1 text}", "a rich text document (RTF)"),
    ],
)
@pytest.mark.parametrize("extension", [".txt", ".docx", ".csv"])
def test_formats_that_are_not_read_are_named(start: bytes, named: str, extension: str) -> None:
    rejection = rejection_of(f"a{extension}", start + b" more")
    assert rejection.code == "unsupported_format"
    assert rejection.reason.startswith(f"It is {named}, which is not read")


@pytest.mark.parametrize(
    ("member", "named"),
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint presentation"),
    ],
)
def test_other_office_files_are_named(member: str, named: str) -> None:
    data = zipped(("[Content_Types].xml", "<Types/>"), (member, "<a/>"))
    assert named in rejection_of("a.docx", data).reason
    assert named in rejection_of("a.zip", data).reason


def test_an_unknown_extension_is_rejected_with_the_list_of_those_that_are_read() -> None:
    rejection = rejection_of("a.odt", b"text")
    assert rejection.code == "unsupported_format"
    assert rejection.reason == (
        "Files that end in .odt are not read; what is read: .txt, .md, .html, .htm, .pdf, .docx, "
        ".jsonl, .json, .csv, .parquet, .zip."
    )


def test_an_unknown_extension_of_a_known_kind_is_rejected_with_the_right_one() -> None:
    rejection = rejection_of("a.bin", pdf(("a",)))
    assert rejection.reason == "It is a PDF: rename it to end in .pdf."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Ferries stay\n", [("pasted text", "Ferries stay\n")]),
        (b"[TLP:AMBER] Ferries stay", [("pasted text", "[TLP:AMBER] Ferries stay")]),
        (b"{braces} in prose", [("pasted text", "{braces} in prose")]),
        (PAGE, [("pasted text", "T\na")]),
        (REAL[".pdf"], [("pasted text", "a")]),
        (REAL[".zip"], [("pasted text!a.txt", "a")]),
        (b'{"text": "a"}\n{"text": "b"}\n', [("pasted text!1", "a"), ("pasted text!2", "b")]),
        (b'{"text": "a"}', [("pasted text!1", "a")]),
        (b'{\n  "text": "a"\n}\n', [("pasted text", "a")]),
        (b'[{"text": "a"}]', [("pasted text!1", "a")]),
        ("Zoë’s".encode("utf-16"), [("pasted text", "Zoë’s")]),
        (b"", [("pasted text", "empty")]),
        (b"PK\x03\x04", [("pasted text", "broken_archive")]),
    ],
)
def test_what_has_no_name_is_read_for_what_it_is(
    data: bytes, expected: list[tuple[str, str]]
) -> None:
    assert in_short(read("pasted text", data)) == expected


@pytest.mark.parametrize(
    ("name", "source"), [("", "unnamed"), ("a\nb\x1b.txt", "a\ufffdb\ufffd.txt")]
)
def test_a_source_can_be_shown_on_one_line(name: str, source: str) -> None:
    assert in_short(read(name, b"a")) == [(source, "a")]
