"""Parquet tables with a column of text, or of the exchange format, read batch by batch."""

from collections.abc import Iterator
from typing import IO

import pyarrow as pa
import pyarrow.parquet as pq

from dash_intel.read.limits import Limits
from dash_intel.read.outcome import Outcome, UnreadableError, rejecting
from dash_intel.read.records import is_exchange, record, text_column, until_broken

_PARQUET_ERRORS = (pa.ArrowException, OSError, OverflowError, ValueError)
"""What pyarrow raises on files that break the format."""

_BATCH_ROWS = 16
"""Rows held at a time: cells may share one text in the file that each costs memory here."""


@rejecting
def read(stream: IO[bytes], source: str, limits: Limits) -> Iterator[Outcome]:
    """Give the text of each row; ``source!3`` is the third."""
    yield from until_broken(_outcomes(stream, source, limits), source, limits)


def _outcomes(stream: IO[bytes], source: str, limits: Limits) -> Iterator[Outcome]:
    number = 0
    try:
        table = pq.ParquetFile(stream)
        _refuse_sizes(table, limits)
        for batch in table.iter_batches(_BATCH_ROWS, columns=_columns(table), use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield record(row, f"{source}!{number}", limits)
    except _PARQUET_ERRORS as error:
        raise UnreadableError(
            "broken_parquet",
            f"It is a Parquet file that is damaged after row {number:,}: write it anew.",
        ) from error
    if not number:
        raise UnreadableError("empty", "It holds no row.")


def _columns(table: pq.ParquetFile) -> list[str] | None:
    """Return the columns to read, None for all of them."""
    names = table.schema_arrow.names
    return None if is_exchange(names) else [text_column(names)]


def _refuse_sizes(table: pq.ParquetFile, limits: Limits) -> None:
    facts = table.metadata
    if facts.num_rows > limits.records:
        raise UnreadableError(
            "too_many_records",
            f"It has {facts.num_rows:,} rows, and at most {limits.records:,} are read: split it.",
        )
    sizes = (facts.row_group(index).total_byte_size for index in range(facts.num_row_groups))
    if max(sizes, default=0) > limits.row_group_bytes:
        raise UnreadableError(
            "too_large",
            f"A row group of it unpacks to more than {limits.row_group_bytes:,} bytes: write it "
            "with smaller ones.",
        )
