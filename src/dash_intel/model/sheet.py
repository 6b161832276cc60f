"""A table that somebody edited outside, as it was read: cells, nothing understood yet."""

from dataclasses import dataclass
from datetime import date, datetime

CellValue = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: where it stands in words a spreadsheet uses, such as C5, and what is in it.

    ``fault`` says why nothing can be taken from it: it holds a formula, or an error. ``typed`` is
    what stands in it then, to be shown again as words and never to be taken.
    """

    place: str
    value: CellValue = None
    fault: str | None = None
    typed: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        is_blank = isinstance(self.value, str) and not self.value.strip()
        return self.fault is None and (self.value is None or is_blank)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that is not empty, with the number that a spreadsheet gives it; a cell a column."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a header: its columns' names as they are written, and its rows in order."""

    source: str
    columns: tuple[str, ...]
    rows: tuple[SheetRow, ...]
