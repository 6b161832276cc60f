import datetime
import io
from dataclasses import replace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dash_intel.model.source import SourceText
from dash_intel.read import LIMITS
from tests.read.made import HARBOUR, in_short, read, rejection_of


def parquet(columns: dict[str, object], **options: object) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out, **options)
    return out.getvalue()


def test_each_row_of_the_text_column_is_a_record() -> None:
    data = parquet({"id": [1, 2, 3], "Content": [HARBOUR, None, "three\r\n"]})
    assert in_short(read("a.parquet", data)) == [
        ("a.parquet!1", HARBOUR),
        ("a.parquet!2", "empty"),
        ("a.parquet!3", "three\n"),
    ]


def test_rows_of_the_exchange_format_bring_sources_and_readings() -> None:
    row = {
        "schema_version": [1],
        "text": ["one"],
        "sources": [["a.txt", "b.txt"]],
        "published_on": [datetime.date(2025, 6, 4)],
        "tags": [[{"name": "x"}]],
    }
    declared = {"schema_version": 1, "published_on": "2025-06-04", "tags": [{"name": "x"}]}
    expected = SourceText("one", ("a.txt", "b.txt"), declared=declared)
    assert read("a.parquet", parquet(row)) == [expected]


def test_many_rows_are_read_in_their_order() -> None:
    texts = [f"report {number}" for number in range(1, 1_001)]
    outcomes = in_short(read("a.parquet", parquet({"text": texts}, row_group_size=100)))
    assert outcomes == [(f"a.parquet!{n}", text) for n, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"title": ["a"]}, "no_text_column"),
        ({"text": pa.array([], pa.string())}, "empty"),
        ({"text": [1]}, "broken_record"),
        ({"text": [b"bytes"]}, "broken_record"),
        ({"text": [["a"]]}, "broken_record"),
        ({"text": ["a"], "schema_version": [9]}, "unknown_schema_version"),
    ],
)
def test_a_table_without_texts_is_rejected(columns: dict[str, object], code: str) -> None:
    assert rejection_of("a.parquet", parquet(columns)).code == code


@pytest.mark.parametrize("cut", [4, 12, 100])
def test_a_damaged_file_is_rejected(cut: int) -> None:
    whole = parquet({"text": ["a", "b"]})
    assert rejection_of("a.parquet", whole[:-cut]).code == "broken_parquet"
    assert rejection_of("a.parquet", whole[:4] + whole[4 + cut :]).code == "broken_parquet"


def test_rows_that_cost_nothing_are_limited() -> None:
    data = parquet({"text": pa.nulls(100_000, pa.string())})
    limits = replace(LIMITS, records=99_999)
    assert rejection_of("a.parquet", data, limits).code == "too_many_records"


def test_a_row_group_over_the_limit_is_rejected() -> None:
    data = parquet({"text": ["a" * 10_000] * 10}, use_dictionary=False)
    limits = replace(LIMITS, row_group_bytes=50_000)
    assert rejection_of("a.parquet", data, limits).code == "too_large"
