"""Values of a table's cells, typed; the edge between rows and view models."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

import pandas as pd

Row = Mapping[str, object]
"""A row as column → value; a missing value is None."""


def records(frame: pd.DataFrame) -> Iterator[Row]:
    """Yield the rows of ``frame`` as column → value; a missing value is None."""
    names = [str(name) for name in frame.columns]
    for row in frame.itertuples(index=False, name=None):
        yield {name: _present(value) for name, value in zip(names, row, strict=True)}


def text(value: object) -> str:
    """Return a cell's words, empty where it has none."""
    return "" if value is None else str(value)


def texts(value: object) -> tuple[str, ...]:
    """Return the words of a cell that holds a list."""
    return tuple(str(one) for one in value) if hasattr(value, "__iter__") else ()


def number(value: object) -> int:
    """Return a cell's whole number, 0 where it has none."""
    return int(str(value)) if value is not None else 0


def day(value: object) -> date | None:
    """Return a cell's date without its time, None where it has none."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def moment(value: object) -> datetime | None:
    """Return a cell's time in UTC, None where it has none."""
    if not isinstance(value, datetime):
        return None
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def _present(value: object) -> object:
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    return None if isinstance(value, float) and pd.isna(value) else value
