import json
from dataclasses import replace

import pytest

from dash_intel.model.source import SourceText
from dash_intel.read import LIMITS
from tests.read.made import in_short, read, rejection_of


def test_a_single_object_is_the_file_itself() -> None:
    assert read("a.json", b'{\n "text": "one"\n}') == [SourceText("one", ("a.json",))]


@pytest.mark.parametrize("form", ["{}", '{{"reports": {}, "made_on": "2025-06-04"}}'])
def test_a_list_of_objects_is_read_alone_or_under_reports(form: str) -> None:
    values = [{"text": "one"}, 2, {"report": "three"}]
    template = form if form != "{}" else "{0}"
    assert in_short(read("a.json", template.format(json.dumps(values)).encode())) == [
        ("a.json!1", "one"),
        ("a.json!2", "broken_record"),
        ("a.json!3", "three"),
    ]


def test_an_object_of_the_exchange_format_brings_readings() -> None:
    data = b'[{"schema_version": 1, "text": "one", "source": "x.txt", "title": "T"}]'
    expected = SourceText("one", ("x.txt",), declared={"schema_version": 1, "title": "T"})
    assert read("a.json", data) == [expected]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_other_encodings_are_read(codec: str) -> None:
    assert in_short(read("a.json", '{"text": "Zoë’s"}'.encode(codec))) == [("a.json", "Zoë’s")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"[]", "empty"),
        (b'{"reports": []}', "empty"),
        (b"{", "broken_json"),
        (b'{"text": "a"}\n{"text": "b"}', "broken_json"),
        (b"not json", "broken_json"),
        (b"\x00\x01\x02\x03", "binary"),
        (b"null", "broken_record"),
        (b'{"reports": 3}', "no_text_column"),
        (b"[" * 100_000, "nested_too_deeply"),
        (b'{"a":' * 100_000, "nested_too_deeply"),
        (b"[" * 500 + b"]" * 500, "nested_too_deeply"),
    ],
)
def test_what_is_no_record_is_rejected(data: bytes, code: str) -> None:
    assert rejection_of("a.json", data).code == code


def test_a_file_over_the_limit_is_rejected() -> None:
    limits = replace(LIMITS, json_bytes=5)
    assert rejection_of("a.json", b'{"text": "a"}', limits).code == "too_large"
