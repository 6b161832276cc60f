"""Risk: where risk sits, by region and category."""

from dash_intel.ui import data, filtering, welcome
from dash_intel.ui.state.filters import filters


def draw_page() -> None:
    """Choose, get, draw."""
    filtering.head("Risk", filters())


if data.build() is None:
    welcome.draw()
else:
    draw_page()
