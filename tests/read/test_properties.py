import io
import json
import re
import zipfile
from dataclasses import fields, replace
from typing import get_args

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dash_intel.model.source import Rejection
from dash_intel.read import LIMITS, SUPPORTED, Limits
from dash_intel.read.outcome import Code
from tests.read.made import HARBOUR, pdf, read, text_of, word, zipped

PARQUET = io.BytesIO()
pq.write_table(pa.table({"text": [HARBOUR, "b"], "id": [1, 2]}), PARQUET)
WHOLE = {
    ".txt": HARBOUR.encode("utf-16"),
    ".md": HARBOUR.encode("cp1252"),
    ".html": f"<html><title>T</title><main><p>{HARBOUR}</p><ul><li>a</ul></main>".encode(),
    ".htm": b"<!doctype html><meta charset=koi8-r><p>a<table><tr><td>b",
    ".pdf": pdf(HARBOUR.split("\n"), ("two",)),
    ".docx": word(*HARBOUR.split("\n")),
    ".jsonl": json.dumps({"text": HARBOUR}).encode() + b"\n" + json.dumps({"a": 1}).encode(),
    ".json": json.dumps({"reports": [{"text": HARBOUR}, 3]}).encode(),
    ".csv": f'id;text\n1;"{HARBOUR}"\n2;b\n'.encode(),
    ".parquet": PARQUET.getvalue(),
    ".zip": zipped(("a.txt", HARBOUR), ("b.zip", zipped(("c.csv", "text\nx\n")))),
}
CODES = frozenset(get_args(Code))
SMALL = replace(LIMITS, **{field.name: 3 for field in fields(Limits)})
QUICK = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=60)


def assert_sound(name: str, data: bytes, limits: Limits = LIMITS) -> None:
    outcomes = read(name, data, limits)
    assert outcomes
    for outcome in outcomes:
        assert outcome.source
        assert outcome.source.isprintable() or "\u00a0" in outcome.source
        if isinstance(outcome, Rejection):
            assert outcome.code in CODES
            assert re.fullmatch(r"[A-Z].*\.", outcome.reason)
        else:
            assert outcome.text.strip()
            assert "\r" not in outcome.text
            assert outcome.text.encode()


@QUICK
@given(name=st.sampled_from(SUPPORTED), data=st.binary(max_size=300))
def test_any_bytes_under_any_name_end_in_texts_or_rejections(name: str, data: bytes) -> None:
    assert_sound(f"a{name}", data)


@QUICK
@given(name=st.text(max_size=20), data=st.binary(max_size=100))
def test_any_name_is_read_or_rejected(name: str, data: bytes) -> None:
    outcomes = read(name, data)
    assert all(outcome.source.encode() for outcome in outcomes)


@pytest.mark.parametrize("extension", SUPPORTED)
@QUICK
@given(data=st.data())
def test_a_damaged_file_ends_in_texts_or_rejections(extension: str, data: st.DataObject) -> None:
    damaged = bytearray(WHOLE[extension])
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(damaged)))
        length = data.draw(st.integers(0, 40))
        damaged[start : start + length] = data.draw(st.binary(max_size=length + 4))
    assert_sound(f"a{extension}", bytes(damaged))


@pytest.mark.parametrize("extension", [".docx", ".zip"])
@QUICK
@given(data=st.data())
def test_a_damaged_part_of_an_archive_ends_in_texts_or_rejections(
    extension: str, data: st.DataObject
) -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE[extension])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(parts)))
    part = bytearray(parts[name])
    start = data.draw(st.integers(0, len(part)))
    part[start : start + data.draw(st.integers(0, 90))] = data.draw(st.binary(max_size=20))
    assert_sound(f"a{extension}", zipped(*{**parts, name: bytes(part)}.items()))


@pytest.mark.parametrize("extension", SUPPORTED)
def test_limits_that_nothing_meets_only_reject(extension: str) -> None:
    for outcome in read(f"a{extension}", WHOLE[extension], SMALL):
        assert isinstance(outcome, Rejection) or len(outcome.text) <= 3


@QUICK
@given(text=st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_text_survives_every_way_that_keeps_it(text: str) -> None:
    assume(re.search(r"[^\s\ufeff\u200b]", text))
    assert text_of("a.txt", b"\xef\xbb\xbf" + text.encode()) == text
    assert text_of("a.jsonl", json.dumps({"text": text}).encode()) == text
    assert text_of("a.json", json.dumps({"text": text}, ensure_ascii=False).encode()) == text
    quoted = text.replace('"', '""')
    assert text_of("a.csv", f'text\n"{quoted}"\n'.encode()) == text
    assert text_of("a.zip", zipped(("a.txt", b"\xef\xbb\xbf" + text.encode()))) == text


@QUICK
@given(
    value=st.recursive(
        st.none() | st.text() | st.integers(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(["text", "schema_version", "sources", "source", "reports", "x"]), x
            )
        ),
    )
)
def test_any_json_value_is_read_or_rejected(value: object) -> None:
    assert_sound("a.json", json.dumps(value).encode())
    assert_sound("a.jsonl", json.dumps(value).encode())
