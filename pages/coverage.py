"""Coverage: what is reported, by which techniques, and what is not known."""

from dash_intel.ui import data, filtering, welcome
from dash_intel.ui.state.filters import filters


def draw_page() -> None:
    """Choose, get, draw."""
    filtering.head("Coverage", filters())


if data.build() is None:
    welcome.draw()
else:
    draw_page()
