"""Chances by day as bands, row by row, and what states none."""

from dataclasses import dataclass
from datetime import date

from dash_intel.view.chart import Caption
from dash_intel.view.item import Edge
from dash_intel.view.table import TableView


@dataclass(frozen=True, slots=True)
class Band:
    """What is said to be how likely on a day; ``low`` and ``high`` None where no chance is stated.

    ``row`` is the key of its row.
    """

    key: str
    row: Edge
    on: date
    low: float | None
    high: float | None
    hover: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BandChart:
    """Stated chances by day, and below them, row by row, what states none.

    ``rows`` are key and name, each drawn in the colour and with the mark of its edge. A line joins
    the stated ones of a row where ``is_joined``.
    """

    caption: Caption
    table: TableView
    rows: tuple[tuple[Edge, str], ...]
    bands: tuple[Band, ...]
    is_joined: bool = False
