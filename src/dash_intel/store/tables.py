"""Which tables hold which items of a report, and how reports become rows of them and back."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import cast

import pyarrow as pa

from dash_intel.errors import StoreError
from dash_intel.model.items import (
    Assumption,
    BriefSection,
    Entity,
    Hypothesis,
    Insight,
    Recommendation,
    Risk,
    Scenario,
    Statement,
    Tag,
    Technique,
)
from dash_intel.model.problem import Problem
from dash_intel.model.reading import NamedRegion, Place, Region
from dash_intel.model.report import Report, Section
from dash_intel.store.alike import LOOKS_ALIKE
from dash_intel.store.layout import (
    NO_ITEMS,
    Apart,
    Cells,
    Column,
    Layout,
    Plain,
    SpanLayout,
    row_of,
)

_KEY = Column("report_key", pa.int32())
_LOAD = Column("load_number", pa.int32())
_POSITION = Column("position", pa.int32())
_BYTES_HASH = Column("bytes_hash", pa.string())

TRIGGER = "scenario_trigger"
SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row an item; ``path`` leads from a report to the tuple of the items."""

    name: str
    path: str
    layout: Layout

    @property
    def field(self) -> str:
        """The field of the model that the items belong to."""
        return self.path.rpartition(".")[2]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The table's columns in their order."""
        return (_KEY, _POSITION, *self.layout.columns)


ITEM_TABLES = (
    Table(SOURCE, "sources", Plain(SOURCE, str)),
    Table("section", "parse.sections", row_of(Section)),
    Table("technique", "contents.techniques", row_of(Technique)),
    Table("hypothesis", "contents.hypotheses", row_of(Hypothesis)),
    Table("assumption", "contents.assumptions", row_of(Assumption)),
    Table("risk", "contents.risks", row_of(Risk)),
    Table("recommendation", "contents.recommendations", row_of(Recommendation)),
    Table("scenario", "contents.scenarios", row_of(Scenario)),
    Table("insight", "contents.insights", row_of(Insight)),
    Table("brief_section", "contents.brief_sections", row_of(BriefSection)),
    Table("entity", "contents.entities", row_of(Entity)),
    Table("declared_gap", "contents.declared_gaps", row_of(Statement)),
    Table("tag", "contents.tags", row_of(Tag)),
    Table("place", "contents.places", row_of(Place)),
    Table("named_region", "contents.named_regions", row_of(NamedRegion)),
    Table("region", "contents.regions", row_of(Region)),
    Table("unread", "parse.unread", SpanLayout("span")),
    Table("warning", "parse.warnings", row_of(Problem)),
)
_REPORT = row_of(Report)
_TRIGGER = row_of(Statement)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "report": (_KEY, _LOAD, *_REPORT.columns),
    **{table.name: table.columns for table in ITEM_TABLES},
    SOURCE: (*ITEM_TABLES[0].columns, _LOAD, _BYTES_HASH),
    TRIGGER: (_KEY, Column("scenario", pa.int32()), _POSITION, *_TRIGGER.columns),
}
"""Every table that holds parts of a report, and its columns in the order of ``schema.sql``."""


def rows(report: Report, key: int, load_number: int) -> Iterator[tuple[str, Cells]]:
    """Yield a report's rows as (table, cells), those of its sources apart.

    Raises ``StoreError`` where a table is wanting.
    """
    yield "report", (key, load_number, *_REPORT.cells(report))
    for table in ITEM_TABLES[1:]:
        items: tuple[object, ...] = attrgetter(table.path)(report)
        for position, item in enumerate(items):
            yield table.name, (key, position, *table.layout.cells(item))
    for number, scenario in enumerate(report.contents.scenarios):
        for position, trigger in enumerate(scenario.triggers):
            yield TRIGGER, (key, number, position, *_TRIGGER.cells(trigger))


def source_row(
    bytes_hash: str | None, key: int, position: int, source: str, load_number: int
) -> Cells:
    """Return the row of one place that a load found a report's text in."""
    return key, position, source, load_number, bytes_hash


def arrow(columns: Sequence[Column], cells: Sequence[Cells]) -> pa.Table:
    """Return rows of cells as an Arrow table; ``StoreError`` on text that is not Unicode."""
    by_column = zip(*cells, strict=True)
    try:
        arrays = [
            pa.array(values, type=column.type)
            for column, values in zip(columns, by_column, strict=True)
        ]
    except UnicodeEncodeError as error:
        raise StoreError("A report is not Unicode: its text holds half a pair.") from error
    return pa.table(arrays, names=[column.name for column in columns])


def reader(rows: pa.Table) -> pa.RecordBatchReader:
    """Return what reads ``rows`` once and lets go of them as it goes.

    DuckDB holds what a transaction read from until its end, so it is given nothing that stays.
    """
    return pa.RecordBatchReader.from_batches(rows.schema, iter(rows.to_batches()))


def reports(read: Callable[[str], Iterable[Cells]]) -> dict[int, Report]:
    """Return reports by their key; ``read(table)`` gives their rows in order of key and position.

    The cells of a row stand in the order of ``COLUMNS``.
    """
    triggers: dict[int, dict[int, list[object]]] = defaultdict(lambda: defaultdict(list))
    for key, number, _, *cells in cast("Iterable[tuple[int, ...]]", read(TRIGGER)):
        triggers[key][number].append(_TRIGGER.value(iter(cells), NO_ITEMS))
    items: dict[int, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for table in ITEM_TABLES:
        for key, position, *cells in cast("Iterable[tuple[int, ...]]", read(table.name)):
            own: Apart = NO_ITEMS
            if table.name == "scenario":
                own = {"triggers": tuple(triggers[key][position])}
            items[key][table.field].append(table.layout.value(iter(cells), own))
    found: dict[int, Report] = {}
    for key, _, *cells in cast("Iterable[tuple[int, ...]]", read("report")):
        items[key]["warnings"].sort(key=_comes_from_others)
        own = {field: tuple(values) for field, values in items[key].items()}
        found[key] = cast("Report", _REPORT.value(iter(cells), own))
    return found


def _comes_from_others(warning: object) -> tuple[bool, str]:
    """Sort what other reports bring about last, in an order that no load decides."""
    problem = cast("Problem", warning)
    is_so = problem.code == LOOKS_ALIKE
    return is_so, problem.message if is_so else ""
