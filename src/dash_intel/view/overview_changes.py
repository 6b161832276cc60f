"""What the period is compared with, in words."""

import pandas as pd

from dash_intel.query.filters import Unit
from dash_intel.query.periods import Span
from dash_intel.view import cells
from dash_intel.view.scope import when
from dash_intel.view.words import count


def compared(days: Span | None, totals: pd.DataFrame, unit: Unit) -> str:
    """Return which days are compared; ``totals`` is the row of ``query.chosen.totals``."""
    if days is None:
        return "All dates are looked at: there is no period before to compare with."
    row = next(cells.records(totals))
    before = days.before()
    number = cells.number(row[f"{unit}_before"])
    found = count(number, unit.removesuffix("s")) if number else f"no {unit.removesuffix('s')}"
    return f"Compared with the equal period before, {when(before)}: {found}."
