"""Reports packed as the rows that keep them.

A packed report goes from one process to another and into the tables in a fifth of the time that
the report itself takes; it is unpacked where a rule needs the whole report.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, cast

from dash_intel.model.problem import Problem
from dash_intel.model.report import UNRECOGNISED, Head, HeadSpans, Report
from dash_intel.model.span import Span
from dash_intel.parse.ids import item_ids
from dash_intel.store.layout import Cells, row_of
from dash_intel.store.tables import COLUMNS, SOURCE, reports, rows

_AT = {column.name: at for at, column in enumerate(COLUMNS["report"][2:])}
_TAG_NAME = [column.name for column in COLUMNS["tag"][1:]].index("name")
_COMPARED_SPANS = ("title", "headline", "publisher", "published_on")


_NAMED = {
    "risk": ("risk", ("text",)),
    "recommendation": ("advice", ("text",)),
    "scenario": ("future", ("kind", "text")),
}
"""Tables of items with ids: the kind that an id names, and the columns it follows from."""
_WARNING = row_of(Problem)


class Packed(NamedTuple):
    """A report as rows: ``cells`` of its own, ``items`` by table, all without keys and loads."""

    sources: tuple[str, ...]
    cells: Cells
    items: dict[str, list[Cells]]

    @property
    def report_id(self) -> str:
        """The report's id."""
        return self._word("report_id")

    @property
    def document_id(self) -> str:
        """The id that the report shares with its revisions."""
        return self._word("document_id")

    @property
    def revision(self) -> int:
        """The number of this revision, from 1."""
        return cast("int", self.cells[_AT["revision"]])

    @property
    def text(self) -> str:
        """The report's text."""
        return self._word("text")

    @property
    def bytes_hash(self) -> str | None:
        """The SHA-256 of the bytes that the text was decoded from."""
        return cast("str | None", self.cells[_AT["bytes_hash"]])

    @property
    def source(self) -> str:
        """The first place the text came from."""
        return self.sources[0]

    @property
    def headline(self) -> str | None:
        """The report's headline."""
        return cast("str | None", self.cells[_AT["headline"]])

    @property
    def title(self) -> str:
        """The headline, else the page title, else nothing."""
        return self.headline or cast("str | None", self.cells[_AT["title"]]) or ""

    @property
    def template(self) -> str:
        """The profile that read it."""
        return self._word("template")

    @property
    def tags(self) -> tuple[str, ...]:
        """The names of the report's tags."""
        return tuple(cast("str", cells[_TAG_NAME]) for cells in self.items.get("tag", ()))

    @property
    def publisher(self) -> str | None:
        """The report's publisher."""
        return cast("str | None", self.cells[_AT["publisher"]])

    @property
    def published_on(self) -> date | None:
        """The report's date of publication."""
        return cast("date | None", self.cells[_AT["published_on"]])

    @property
    def head(self) -> Head:
        """Headline, publisher and date, with the spans of these and of the title; no more."""
        spans = HeadSpans(**{name: self._span(name) for name in _COMPARED_SPANS})
        return Head(
            headline=self.headline,
            publisher=self.publisher,
            published_on=self.published_on,
            spans=spans,
        )

    @property
    def is_recognised(self) -> bool:
        """Whether a profile read this report."""
        return self.template != UNRECOGNISED

    @property
    def is_doubtful(self) -> bool:
        """Whether the report carries a warning or unread text."""
        return "warning" in self.items or "unread" in self.items

    def rows(self, key: int, load_number: int) -> Iterator[tuple[str, list[Cells]]]:
        """Yield each table with its rows under this key and load, those of sources apart."""
        yield "report", [(key, load_number, *self.cells)]
        for table, found in self.items.items():
            yield table, [(key, *cells) for cells in found]

    def unpacked(self) -> Report:
        """Return the whole report."""

        def read(table: str) -> list[Cells]:
            if table == "report":
                return [(0, 0, *self.cells)]
            if table == SOURCE:
                return [(0, at, source) for at, source in enumerate(self.sources)]
            return [(0, *cells) for cells in self.items.get(table, ())]

        return reports(read)[0]

    def as_revision(self, document: str, number: int) -> "Packed":
        """Return this as a revision of ``document``, which the ids of its items follow from."""
        cells = list(self.cells)
        cells[_AT["document_id"]], cells[_AT["revision"]] = document, number
        renamed = {
            table: _renamed(table, self.items[table], document)
            for table in _NAMED
            if table in self.items
        }
        return self._replace(cells=tuple(cells), items=self.items | renamed)

    def with_warning(self, problem: Problem) -> "Packed":
        """Return this with one warning more."""
        warnings = self.items.get("warning", [])
        one = (len(warnings), *_WARNING.cells(problem))
        return self._replace(items=self.items | {"warning": [*warnings, one]})

    def _word(self, name: str) -> str:
        return cast("str", self.cells[_AT[name]])

    def _span(self, name: str) -> Span | None:
        start, end = self.cells[_AT[f"{name}_start"]], self.cells[_AT[f"{name}_end"]]
        return Span(start, end) if isinstance(start, int) and isinstance(end, int) else None


def packed(report: Report) -> Packed:
    """Return ``report`` packed; raise ``StoreError`` where a table is wanting."""
    own: Cells = ()
    items: dict[str, list[Cells]] = defaultdict(list)
    for table, cells in rows(report, 0, 0):
        if table == "report":
            own = cells[2:]
        else:
            items[table].append(cells[1:])
    return Packed(report.sources, own, dict(items))


def _renamed(table: str, rows: Sequence[Cells], document: str) -> list[Cells]:
    kind, columns = _NAMED[table]
    name = item_ids(kind, document)
    names = [column.name for column in COLUMNS[table][1:]]
    at, words = names.index(f"{table}_id"), [names.index(column) for column in columns]
    return [
        (*row[:at], name(" ".join(str(row[word]) for word in words)), *row[at + 1 :])
        for row in rows
    ]
