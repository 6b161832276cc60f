import json
from dataclasses import replace

import pytest

from dash_intel.model.source import Rejection, SourceText
from dash_intel.read import LIMITS
from tests.read.made import in_short, read, rejection_of


def test_each_line_is_a_record_and_its_number_the_source() -> None:
    data = b'{"text": "one"}\r\n\n{"id": 7, "Content": "two\\r\\nlines"}\n{"BODY": "three"}'
    assert read("a.jsonl", data) == [
        SourceText("one", ("a.jsonl!1",)),
        SourceText("two\nlines", ("a.jsonl!3",)),
        SourceText("three", ("a.jsonl!4",)),
    ]


def test_the_first_of_several_text_columns_counts() -> None:
    data = b'{"report": "r", "body": "b", "content": "c", "text": "t"}'
    assert in_short(read("a.jsonl", data)) == [("a.jsonl!1", "t")]


def test_an_object_of_the_exchange_format_brings_sources_and_readings() -> None:
    value = {
        "schema_version": 1,
        "source": "a.txt",
        "sources": ["a.txt", "b.zip!ä.txt"],
        "text": "one",
        "title": None,
        "tags": [{"name": "x"}],
    }
    declared = {"schema_version": 1, "title": None, "tags": [{"name": "x"}]}
    assert read("e.jsonl", json.dumps(value).encode()) == [
        SourceText("one", ("a.txt", "b.zip!ä.txt"), declared=declared)
    ]


@pytest.mark.parametrize(
    ("fields", "sources"),
    [
        ({"source": "a.txt"}, ("a.txt",)),
        ({"source": "a.txt", "sources": []}, ("a.txt",)),
        ({"source": "a\nb\u202e.txt"}, ("a\ufffdb\ufffd.txt",)),
        ({}, ("e.jsonl!1",)),
    ],
)
def test_sources_fall_back_to_the_source_then_to_the_record(
    fields: dict[str, object], sources: tuple[str, ...]
) -> None:
    value = {"schema_version": 1, "text": "one", **fields}
    (outcome,) = read("e.jsonl", json.dumps(value).encode())
    assert isinstance(outcome, SourceText)
    assert outcome.sources == sources


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "broken_json"),
        ('{"text": "a"} x', "broken_json"),
        ("binary", "broken_json"),
        ('{"text": "open', "broken_json"),
        ('{"text": 1' + "1" * 5_000 + "}", "broken_json"),
        ("3", "broken_record"),
        ('["text"]', "broken_record"),
        ('{"text": 3}', "broken_record"),
        ('{"text": null}', "empty"),
        ('{"text": "  "}', "empty"),
        ('{"text": "\\u0000"}', "binary"),
        ('{"text": "\\ud83d"}', "broken_encoding"),
        ('{"title": "x"}', "no_text_column"),
        ('{"schema_version": 2, "text": "a"}', "unknown_schema_version"),
        ('{"schema_version": true, "text": "a"}', "unknown_schema_version"),
        ('{"schema_version": 1}', "broken_record"),
        ('{"schema_version": 1, "text": "a", "sources": [1]}', "broken_record"),
        ('{"schema_version": 1, "text": "a", "sources": {"a": 1}}', "broken_record"),
        ("[" * 100_000, "nested_too_deeply"),
        ('{"a":' * 100_000, "nested_too_deeply"),
        ('{"text": "a", "x": ' + "[" * 70 + "]" * 70 + "}", "nested_too_deeply"),
    ],
)
def test_a_broken_line_is_rejected_and_the_others_are_read(line: str, code: str) -> None:
    data = f'{{"text": "one"}}\n{line}\n{{"text": "three"}}\n'.encode()
    assert in_short(read("a.jsonl", data)) == [
        ("a.jsonl!1", "one"),
        ("a.jsonl!2", code),
        ("a.jsonl!3", "three"),
    ]


def test_the_reason_names_line_and_character() -> None:
    (_, rejection) = read("a.jsonl", b'{"text": "a"}\n{"text" "b"}\n')
    assert rejection == Rejection(
        "a.jsonl!2", "broken_json", "It is no JSON: Expecting ':' delimiter (line 2, character 9)."
    )


def test_a_line_over_the_limit_is_rejected_and_the_others_are_read() -> None:
    limits = replace(LIMITS, record_characters=20)
    data = b'{"text": "one"}\n' + b"x" * 100 + b'\n{"text": "three"}\n'
    assert in_short(read("a.jsonl", data, limits)) == [
        ("a.jsonl!1", "one"),
        ("a.jsonl!2", "line_too_long"),
        ("a.jsonl!3", "three"),
    ]


def test_a_text_over_the_limits_of_a_report_is_rejected() -> None:
    long_line = json.dumps({"text": "a" * 1_000_001}).encode()
    assert rejection_of("a.jsonl", long_line).code == "line_too_long"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_other_encodings_are_read(codec: str) -> None:
    data = '{"text": "Zoë’s café"}\n{"text": "b"}\n'.encode(codec)
    assert in_short(read("a.jsonl", data)) == [("a.jsonl!1", "Zoë’s café"), ("a.jsonl!2", "b")]


def test_utf_16_that_breaks_is_rejected_after_what_was_read() -> None:
    data = b"\xff\xfe" + '{"text": "a"}\n'.encode("utf-16-le") * 9_000 + b"\x00\xdc"
    outcomes = in_short(read("a.jsonl", data))
    assert outcomes[-1] == ("a.jsonl", "broken_encoding")
    assert ("a.jsonl!1", "a") in outcomes


def test_binary_data_is_rejected_once() -> None:
    assert rejection_of("a.jsonl", bytes(range(256)) * 100).code == "binary"


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_a_file_of_nothing_is_empty(data: bytes) -> None:
    assert rejection_of("a.jsonl", data).code == "empty"


@pytest.mark.parametrize("data", [b'[\n{"text": "a"}\n]', b'[{"text": "a"}]', b'{\n"text": "a"\n}'])
def test_one_value_over_many_lines_should_be_called_json(data: bytes) -> None:
    rejection = rejection_of("a.jsonl", data)
    assert rejection.code == "wrong_extension"
    assert "rename it to end in .json" in rejection.reason


def test_a_file_of_broken_lines_is_given_up() -> None:
    limits = replace(LIMITS, broken_records=3)
    outcomes = in_short(read("a.jsonl", b'{"text": "a"}\n' + b"x\n" * 100_000, limits))
    assert [code for _, code in outcomes] == [
        "a",
        *["broken_json"] * 3,
        "too_many_broken_records",
    ]


def test_two_fields_of_text_are_rejected() -> None:
    assert rejection_of("a.jsonl", b'{"Text": "a", "text": "b"}').code == "no_text_column"
