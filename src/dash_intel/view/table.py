"""A table as it is shown and exported."""

from dataclasses import dataclass

LETTER, MARGIN = 7, 16
"""Pixels that a letter takes on average, and that a cell keeps free."""
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class TableView:
    """Columns by the names a reader sees, and rows of words and numbers.

    ``alt`` says what the table holds, for those who cannot see it; ``widths`` are those of the
    columns, in pixels. ``keys`` name what a row leads to, one a row, or are empty. ``wraps``
    where cells hold sentences, which are broken into lines.
    """

    alt: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    widths: tuple[int, ...]
    keys: tuple[str, ...] = ()
    wraps: bool = False

    @property
    def lines(self) -> int:
        """How many lines the longest cell takes, at most ``MOST_LINES``; 1 where none wraps."""
        if not self.wraps:
            return 1
        rooms = [(width - MARGIN) // LETTER for width in self.widths]
        taken = (
            -(-len(cell) // room)
            for row in self.rows
            for cell, room in zip(row, rooms, strict=True)
            if isinstance(cell, str)
        )
        return min(max(taken, default=1) or 1, MOST_LINES)
