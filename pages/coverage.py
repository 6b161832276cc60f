"""Coverage: what is reported, by which techniques, and what is not known."""

from dash_intel.query import chosen as query
from dash_intel.query.filters import Filters
from dash_intel.ui import coverage, data, filtering, welcome
from dash_intel.ui.state.filters import filters
from dash_intel.view.cells import number


def draw_page(looked_at: Filters) -> None:
    """Choose, get, draw."""
    part = coverage.part()
    found = number(data.chosen(query.totals, looked_at)[looked_at.unit].iloc[0])
    headline = coverage.headline(part, looked_at, found) if found else "Coverage"
    if filtering.head(headline, looked_at):
        coverage.draw_choice(part)
        coverage.draw_part(part, looked_at, found)


if data.build() is None:
    welcome.draw()
else:
    draw_page(filters())
