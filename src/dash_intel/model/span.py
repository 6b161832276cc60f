"""Where something stands in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Offsets ``[start, end)`` in Unicode code points of a report's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that this span covers."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
