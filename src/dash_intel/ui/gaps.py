"""What reports on an area say that they do not know."""

from functools import partial

import pandas as pd

from dash_intel.query import gaps as query
from dash_intel.query.chosen import newest_day
from dash_intel.query.regions import Part
from dash_intel.ui import data, draw, paging, quotes
from dash_intel.ui.area import Shown
from dash_intel.view.gaps import gaps

SIZE = 3


def ask_ahead(shown: Shown) -> None:
    """Begin to ask for the newest gaps of an area."""
    data.ahead(partial(_gaps, shown, paging.part(shown.key("gaps"), SIZE)))


def draw_gaps(shown: Shown) -> None:
    """Draw the newest sentences in which reports declare a gap, each with its age."""
    name = shown.key("gaps")
    found = gaps(paging.asked(name, SIZE, partial(_gaps, shown)), data.answer(newest_day))
    draw.title(shown.titled("What is not known"), found.scope)
    quotes.draw_quotes(found.quotes, name)
    paging.draw(name, SIZE, found.quotes.total, shown)


def _gaps(shown: Shown, part: Part) -> pd.DataFrame:
    return data.chosen(query.gaps, shown.filters, shown.area, part)
