"""The hypotheses behind a number of a month, word for word, with what each was weighed against."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dash_intel.query.filters import Unit
from dash_intel.query.hypotheses_time import Weighed
from dash_intel.view import cells
from dash_intel.view.behind import month_name
from dash_intel.view.hypotheses import stance_chip
from dash_intel.view.hypotheses_time import Named, short
from dash_intel.view.quotes import Quote, quote
from dash_intel.view.words import count, listed


@dataclass(frozen=True, slots=True)
class Preferred:
    """A hypothesis of a report, and what it was weighed against."""

    quote: Quote
    rivals: str


def preferred(found: pd.DataFrame) -> tuple[Preferred, ...]:
    """Return the rows of ``query.hypotheses_time.preferred_said``, in their order."""
    return tuple(_preferred(row) for row in cells.records(found))


def said_title(about: Weighed, found: Sequence[Named]) -> str:
    """Return what a list of hypotheses is about."""
    if not about.name:
        return "What was preferred, the newest first"
    called = next((one.called for one in found if one.key == about.name), about.name)
    month = f", {month_name(about.month)}" if about.month else ""
    return f"“{short(called)}”{month}: the sentences behind it"


def said_scope(found: pd.DataFrame, unit: Unit) -> str:
    """Return how many hypotheses are listed."""
    if found.empty:
        return "No report says so."
    row = next(cells.records(found))
    total, units = cells.number(row["total"]), cells.number(row["units"])
    return f"{count(total, 'sentence')} of {count(units, unit.removesuffix('s'))}."


def _preferred(row: cells.Row) -> Preferred:
    item = f"hypothesis-{cells.number(row['position']) + 1}"
    is_preferred = None if row["preferred"] is None else bool(row["preferred"])
    rivals = tuple(f"“{short(one)}”" for one in cells.texts(row["rivals"]) if one)
    against = f"Weighed against {listed(rivals)}." if rivals else "Weighed alone."
    return Preferred(quote(row, item, cells.text(row["text"]), stance_chip(is_preferred)), against)
