"""What the filters choose, in the one sentence that stands above a page and in what leaves it."""

from dash_intel.query import chosen as query
from dash_intel.query.filters import Filters
from dash_intel.ui import data
from dash_intel.view.scope import scope


def looked_at(filters: Filters) -> str:
    """Return the sentence of the filters, as the current build has it."""
    days, totals = data.chosen(query.days_of, filters), data.chosen(query.totals, filters)
    return scope(filters, days, totals)
