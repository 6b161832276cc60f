"""A table as it is shown and exported."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TableView:
    """Columns by the names a reader sees, and rows of words and numbers.

    ``alt`` says what the table holds, for those who cannot see it; ``widths`` are those of the
    columns, in pixels. ``keys`` name what a row leads to, one a row, or are empty.
    """

    alt: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    widths: tuple[int, ...]
    keys: tuple[str, ...] = ()
