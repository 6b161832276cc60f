"""Scenarios: the futures that reports describe, and how they turned out."""

from dash_intel.ui import data, filtering, scenario_views, welcome
from dash_intel.ui.state.filters import filters


def draw_page() -> None:
    """Choose, get, draw."""
    wanted = filters()
    if filtering.head(scenario_views.headline(wanted), wanted):
        scenario_views.draw_views(wanted)


if data.build() is None:
    welcome.draw()
else:
    draw_page()
