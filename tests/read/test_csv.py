import csv
import io
from dataclasses import replace

import pytest

from dash_intel.model.source import Rejection, SourceText
from dash_intel.read import LIMITS
from tests.read.made import HARBOUR, in_short, read, rejection_of


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_rows_are_read_whichever_delimiter_shows_a_text_column(delimiter: str) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([["id", " Text ", "a,b"], [1, HARBOUR, "x"], [2, 'say "x"; | now', ""]])
    assert read("a.csv", out.getvalue().encode()) == [
        SourceText(HARBOUR, ("a.csv!1",)),
        SourceText('say "x"; | now', ("a.csv!2",)),
    ]


def test_newlines_in_quotes_belong_to_the_text() -> None:
    assert in_short(read("a.csv", b'text\r\n"a\r\n\r\nb"\r\n\r\nc\r\n')) == [
        ("a.csv!1", "a\n\nb"),
        ("a.csv!2", "c"),
    ]


def test_a_single_column_needs_no_delimiter() -> None:
    assert in_short(read("a.csv", b"body\none\ntwo")) == [("a.csv!1", "one"), ("a.csv!2", "two")]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(codec: str) -> None:
    data = "id;text\n1;Zoë’s café\n".encode(codec)
    assert in_short(read("a.csv", data)) == [("a.csv!1", "Zoë’s café")]


def test_a_long_text_fits_into_a_cell() -> None:
    text = "a line of some length\n" * 10_000
    assert in_short(read("a.csv", f'text\n"{text}"\n'.encode())) == [("a.csv!1", text)]


def test_a_row_of_other_length_is_rejected_and_the_others_are_read() -> None:
    data = b"id,text\n1,a\n2,b, c\n3\n4,d,,\n5,\n6,f\n"
    assert in_short(read("a.csv", data)) == [
        ("a.csv!1", "a"),
        ("a.csv!2", "broken_record"),
        ("a.csv!3", "broken_record"),
        ("a.csv!4", "d"),
        ("a.csv!5", "empty"),
        ("a.csv!6", "f"),
    ]


@pytest.mark.parametrize("row", [b'"open\n3,c\n', b'2,"b"x\n3,c\n'])
def test_broken_quoting_ends_the_reading_and_says_where(row: bytes) -> None:
    (first, last) = read("a.csv", b"id,text\n1,a\n" + row)
    assert first == SourceText("a", ("a.csv!1",))
    assert isinstance(last, Rejection)
    assert (last.source, last.code) == ("a.csv", "broken_csv")
    assert last.reason.startswith("Row 2 breaks the format")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n", "empty"),
        (b"text\n", "empty"),
        (b"text" + b"," * 500_000, "empty"),
        (b"id,title\n1,a\n", "no_text_column"),
        (b"Just a sentence\n", "no_text_column"),
        (b"\x00\x01\x02", "binary"),
    ],
)
def test_a_file_without_records_is_rejected(data: bytes, code: str) -> None:
    assert rejection_of("a.csv", data).code == code


def test_a_line_over_the_limit_ends_the_reading() -> None:
    limits = replace(LIMITS, record_characters=30)
    outcomes = in_short(read("a.csv", b"text\na\n" + b"b" * 100 + b"\nc\n", limits))
    assert outcomes == [("a.csv!1", "a"), ("a.csv", "line_too_long")]


@pytest.mark.parametrize("header", ["Text,text", "id;TEXT;text ", "text,content,text"])
def test_two_columns_of_text_are_rejected(header: str) -> None:
    rejection = rejection_of("a.csv", f"{header}\n1,2,3\n".encode())
    assert rejection.code == "no_text_column"
    assert rejection.reason.startswith("2 columns or fields are called text")


def test_other_columns_may_share_a_name() -> None:
    assert in_short(read("a.csv", b"id,ID,text,body\n1,2,a,b\n")) == [("a.csv!1", "a")]
