"""What a part of the Coverage page says: a finding, and tables that lead to reports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dash_intel.view import cells
from dash_intel.view.behind import CutTable
from dash_intel.view.table import TableView

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "techniques": "Techniques named",
        "gaps": "Declared gaps",
        "publishers": "Publishers",
        "reading": "How well read",
        "silent": "Silent regions",
    }
)


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table of the page: what stands above it, and in its place where it has no row."""

    title: str
    scope: str
    table: CutTable
    nothing: str


@dataclass(frozen=True, slots=True)
class CoverageView:
    """What a part of the page says: its finding, a sentence of figures, and tables."""

    headline: str
    facts: str
    tables: tuple[TablePart, ...]


Columns = tuple[tuple[str, int], ...]
CellRow = tuple[tuple[str | int | None, str], ...]


def cut_table(alt: str, columns: Columns, rows: Iterable[CellRow]) -> CutTable:
    """Return a table of values with the keys of the reports behind them.

    ``columns`` are names and widths in pixels.
    """
    made = tuple(rows)
    view = TableView(
        alt,
        tuple(name for name, _ in columns),
        tuple(tuple(value for value, _ in row) for row in made),
        tuple(width for _, width in columns),
        tuple(str(at) for at in range(len(made))),
    )
    return CutTable(view, tuple(tuple(key for _, key in row) for row in made))


def iso_day(value: object) -> str | None:
    """Return a cell's date, None where it has none."""
    found = cells.day(value)
    return found.isoformat() if found else None
