"""Search: reports by their words, within all filters."""

from dash_intel.query import chosen as query
from dash_intel.query.filters import Filters
from dash_intel.ui import data, filtering, results, welcome
from dash_intel.ui.state.filters import filters
from dash_intel.view.cells import number
from dash_intel.view.results import headline


def draw_page(looked_at: Filters) -> None:
    """Choose, get, draw."""
    totals = data.chosen(query.totals, looked_at)
    total = number(totals["reports"].iloc[0])
    is_found = filtering.head(headline(total, looked_at.text), looked_at)
    results.draw_field(looked_at)
    if is_found:
        results.draw_results(looked_at)


if data.build() is None:
    welcome.draw()
else:
    draw_page(filters())
