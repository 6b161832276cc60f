"""How the types of the model lie in columns: fields to cells and back.

A field becomes one column of its name, a ``Span`` two (``_start``, ``_end``), a tuple of words a
list, a tuple of spans two lists. A dataclass inside another lies in the same row. Tuples of items
are kept apart, in tables of their own (``tables.py``); those of the readings of one item (its
categories and places) lie in its row, as a list of structs.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import (
    Any,
    NamedTuple,
    Protocol,
    cast,
    get_type_hints,
)

import pyarrow as pa

from dash_intel.model.reading import Category, ItemPlace
from dash_intel.model.span import Span
from dash_intel.store.hints import Hint, taken_apart

Cells = tuple[object, ...]
Apart = Mapping[str, tuple[object, ...]]
"""Items that lie in tables of their own, by the field they belong to."""

NO_ITEMS: Apart = {}
_NO_READING: Cells = ([],)

KEPT_IN_THE_ROW = frozenset({Category, ItemPlace})
"""Readings of one item, which has few of them."""

KEPT_APART = frozenset({"sources", "unread"})
"""Fields of words and spans that lie in a table of their own: one row each is what is asked for."""

_PLAIN: dict[object, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
}


class Column(NamedTuple):
    """A column's name and Arrow type."""

    name: str
    type: pa.DataType


class Layout(Protocol):
    """How the values of one type lie in columns.

    ``cells`` gives one cell a column; ``value`` takes as many back from the front of ``cells``.
    """

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that a value fills."""

    def cells(self, value: Any) -> Cells:
        """Return the cells of ``value``, one a column."""

    def value(self, cells: Iterator[object], apart: Apart) -> object:
        """Return the value whose cells come next in ``cells``."""


class Plain:
    """A word, number, date or truth value, or None: one column."""

    def __init__(self, name: str, kind: object) -> None:
        self.columns = (Column(name, _PLAIN[kind]),)

    def cells(self, value: object) -> Cells:
        """Return the value itself."""
        return (value,)

    def value(self, cells: Iterator[object], apart: Apart) -> object:  # noqa: ARG002
        """Return the next cell."""
        return next(cells)


class Words:
    """A tuple of words: one list column."""

    def __init__(self, name: str) -> None:
        self.columns = (Column(name, pa.list_(pa.string())),)

    def cells(self, value: tuple[str, ...]) -> Cells:
        """Return the words as one list."""
        return (value,)

    def value(self, cells: Iterator[object], apart: Apart) -> object:  # noqa: ARG002
        """Return the next cell as a tuple."""
        words = next(cells)
        return tuple(words) if isinstance(words, list | tuple) else ()


class SpanLayout:
    """A span or None: two columns."""

    def __init__(self, name: str) -> None:
        self.columns = (Column(f"{name}_start", pa.int32()), Column(f"{name}_end", pa.int32()))

    def cells(self, value: Span | None) -> Cells:
        """Return start and end."""
        return value or (None, None)

    def value(self, cells: Iterator[object], apart: Apart) -> object:  # noqa: ARG002
        """Return the span of the next two cells, None where they are empty."""
        start, end = next(cells), next(cells)
        return Span(start, end) if isinstance(start, int) and isinstance(end, int) else None


class Spans:
    """A tuple of spans: two list columns."""

    def __init__(self, name: str) -> None:
        numbers = pa.list_(pa.int32())
        self.columns = (Column(f"{name}_start", numbers), Column(f"{name}_end", numbers))

    def cells(self, value: tuple[Span, ...]) -> Cells:
        """Return all starts and all ends."""
        return [span[0] for span in value], [span[1] for span in value]

    def value(self, cells: Iterator[object], apart: Apart) -> object:  # noqa: ARG002
        """Return the spans of the next two cells."""
        starts = cast("Sequence[int]", next(cells) or ())
        ends = cast("Sequence[int]", next(cells) or ())
        return tuple(map(Span, starts, ends))


class Structs:
    """A tuple of readings that lie in their item's row: one column, a list of structs."""

    def __init__(self, name: str, kind: type) -> None:
        self._row = row_of(kind)
        self._names = tuple(column.name for column in self._row.columns)
        struct = pa.struct([(column.name, column.type) for column in self._row.columns])
        self.columns = (Column(name, pa.list_(struct)),)

    def cells(self, value: tuple[object, ...]) -> Cells:
        """Return one list, with the cells of each reading by name."""
        if not value:
            return _NO_READING
        return ([dict(zip(self._names, self._row.cells(one), strict=True)) for one in value],)

    def value(self, cells: Iterator[object], apart: Apart) -> object:
        """Return the readings of the next cell."""
        found = cast("Sequence[Mapping[str, object]]", next(cells) or ())
        return tuple(
            self._row.value(iter([one[name] for name in self._names]), apart) for one in found
        )


class KeptApart:
    """A tuple of items that lie in a table of their own: no column here."""

    columns: tuple[Column, ...] = ()

    def __init__(self, name: str) -> None:
        self.name = name

    def cells(self, value: tuple[object, ...]) -> Cells:  # noqa: ARG002
        """Return nothing: ``tables.py`` writes these items."""
        return ()

    def value(self, cells: Iterator[object], apart: Apart) -> object:  # noqa: ARG002
        """Return the items that were read from their own table."""
        return apart.get(self.name, ())


class Row:
    """A dataclass: the columns of its fields, in their order; None where ``optional``."""

    def __init__(self, kind: Callable[..., object], prefix: str = "", *, optional: bool) -> None:
        self.kind = kind
        self.optional = optional
        self.layouts = tuple(_field_layouts(kind, prefix))
        self.columns = tuple(column for _, part in self.layouts for column in part.columns)
        in_row = [(name, part) for name, part in self.layouts if not isinstance(part, KeptApart)]
        self._fields = _values([name for name, _ in in_row])
        self._apart = tuple(
            (at, part) for at, (_, part) in enumerate(in_row) if not isinstance(part, Plain)
        )
        self._nothing: Cells = (None,) * len(self.columns)

    def cells(self, value: object) -> Cells:
        """Return the cells of all fields."""
        if value is None:
            return self._nothing
        fields = self._fields(value)
        cells: list[object] = []
        done = 0
        for at, part in self._apart:
            if at > done:
                cells += fields[done:at]
            cells += part.cells(fields[at])
            done = at + 1
        return (*cells, *fields[done:])

    def value(self, cells: Iterator[object], apart: Apart) -> object:
        """Return the dataclass, None where it is optional and all cells are empty."""
        own = [next(cells) for _ in self.columns]
        if self.optional and all(cell is None for cell in own):
            return None
        rest = iter(own)
        return self.kind(**{name: part.value(rest, apart) for name, part in self.layouts})


@cache
def row_of(kind: type) -> Row:
    """Return the layout of a dataclass as rows of a table."""
    return Row(kind, optional=False)


def _values(names: Sequence[str]) -> Callable[[object], tuple[object, ...]]:
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names)


def _field_layouts(kind: Any, prefix: str) -> Iterator[tuple[str, Layout]]:
    hints = get_type_hints(kind)
    for field in fields(kind):
        yield field.name, _layout(field.name, taken_apart(hints[field.name]), prefix)


def _layout(name: str, hint: Hint, prefix: str) -> Layout:
    column = f"{prefix}{name}"
    if hint.many and hint.kind is Span:
        return Spans(column) if name not in KEPT_APART else KeptApart(name)
    if hint.many and hint.kind in KEPT_IN_THE_ROW:
        return Structs(column, hint.kind)
    if hint.many:
        in_row = hint.kind is str and name not in KEPT_APART
        return Words(column) if in_row else KeptApart(name)
    if hint.kind is Span:
        return SpanLayout(column)
    if isinstance(hint.kind, type) and is_dataclass(hint.kind):
        inner = f"{column}_" if hint.optional else prefix
        return Row(hint.kind, inner, optional=hint.optional)
    return Plain(column, hint.kind)
