"""Charts as data: what the page draws, what a briefing holds, and what a file of figures says.

Every chart has the same words around it and the same figures as a table. Keys name marks, so that
a click leads to the sentences behind one. Hover text is lines of words; nothing of it is markup.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dash_intel.view.table import TableView

Arrow = Literal["deteriorated", "improved", "unchanged", "insufficient"]
Unit = Literal["share", "number"]
Scale = Literal["week", "month", "quarter"]
Mark = Literal["stated", "number", "hedge", "forecast_verb", "asserted", "present", "none"]


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a chart.

    ``title`` says the finding, or the measure where there is none; ``measure`` what is measured,
    its unit and what marks mean; ``foot`` n, period and how far the data reach; ``method`` in two
    sentences how the figures come about; ``alt`` what a reader who sees nothing should know.
    ``hint`` says what a click leads to: it stands on the page alone, in nothing that is taken away.
    """

    title: str
    measure: str
    foot: str
    method: str
    alt: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a line; None where there is no report to take it from.

    ``low`` and ``high`` are the ends of its interval, None where none is drawn; ``small`` stands
    under it.
    """

    on: date
    value: float | None
    hover: tuple[str, ...]
    key: str | None = None
    low: float | None = None
    high: float | None = None
    small: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its name; ``colour`` counts from 0, None is grey and without a name."""

    key: str
    name: str
    points: tuple[Point, ...]
    colour: int | None = None
    last_label: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated fact with a report behind it, marked on a chart of time."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lines over time, a point a period of ``scale``; a low chart where it is ``is_small``.

    Where ``is_last_partial`` the last period is not complete.
    """

    caption: Caption
    table: TableView
    lines: tuple[Line, ...]
    unit: Unit
    is_last_partial: bool = False
    facts: tuple[Fact, ...] = ()
    scale: Scale = "month"
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One of several small charts on the same scale."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PanelChart:
    """Small multiples: as many small charts, one scale."""

    caption: Caption
    table: TableView
    panels: tuple[Panel, ...]
    unit: Unit
    is_last_partial: bool = False
    scale: Scale = "month"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a matrix.

    ``level`` is the step of the ramp, 0 to 4; None is a cell of which there is no report.
    ``is_thin`` where fewer than three reports are behind it. ``peak`` is the highest single level,
    1 to 5, None where none is higher than the cell. ``text`` and ``small`` stand in it.
    """

    key: str
    row: str
    column: str
    level: int | None
    text: str
    small: str
    hover: tuple[str, ...]
    arrow: Arrow | None = None
    is_thin: bool = False
    peak: int | None = None


@dataclass(frozen=True, slots=True)
class MatrixChart:
    """Rows by columns; ``rows`` and ``columns`` are key and name, in the order they are drawn.

    ``steps`` are the words of the ramp's five steps, lowest first; ``key`` is a line that says what
    they and the marks mean. ``ramp`` is ``risk`` for levels of risk only; every other share is
    drawn in ``plain``.
    """

    caption: Caption
    table: TableView
    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    key: str
    ramp: Literal["risk", "plain"] = "risk"
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the likelihood and impact grid, a mark a sentence.

    ``tone`` is its step of the ramp, None where likelihood or impact is not stated. ``marks`` are
    the sentences that are drawn, ``more`` how many are not.
    """

    key: str
    row: str
    column: str
    tone: int | None
    marks: tuple[Mark, ...]
    more: int
    hover: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GridChart:
    """Likelihood by impact; rows and columns as in ``MatrixChart``.

    ``columns`` have figures under their names where they have any. ``key`` says what marks mean.
    """

    caption: Caption
    table: TableView
    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A country on the map; ``level`` as in ``Cell``, ``code`` its ISO 3166 alpha-3 code."""

    key: str
    code: str
    level: int | None
    hover: tuple[str, ...]
    is_thin: bool = False


@dataclass(frozen=True, slots=True)
class MapChart:
    """Countries of the world; ``undrawn`` are those with a value that the map has no shape for.

    ``steps`` and ``key`` as in ``MatrixChart``.
    """

    caption: Caption
    table: TableView
    shapes: tuple[Shape, ...]
    key: str
    steps: tuple[str, ...] = ()
    undrawn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    """A value now, before, and the interval it lies in; each None where it is not known.

    ``note`` stands at its end. ``is_thin`` where fewer than three reports are behind it.
    """

    key: str
    name: str
    now: float | None
    hover: tuple[str, ...]
    before: float | None = None
    low: float | None = None
    high: float | None = None
    arrow: Arrow | None = None
    note: str = ""
    is_thin: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    """Values side by side, largest first; a dumbbell where there are values before."""

    caption: Caption
    table: TableView
    bars: tuple[Bar, ...]
    unit: Unit
