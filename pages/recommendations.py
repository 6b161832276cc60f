"""Recommendations: what was advised, and what became of it."""

from dash_intel.ui import data, filtering, invented, tracker_views, welcome
from dash_intel.ui.state.filters import filters


def draw_page() -> None:
    """Choose, get, draw."""
    chosen, asked = filters(), tracker_views.wanted()
    found = tracker_views.counted(chosen, asked)
    if not filtering.head(tracker_views.title(chosen, found), chosen):
        return
    invented.draw_note()
    tracker_views.draw_figures(found)
    tracker_views.draw_choices(found)
    tracker_views.draw_view(chosen, asked, found)
    tracker_views.draw_exchange(chosen, asked, found)


if data.build() is None:
    welcome.draw()
else:
    draw_page()
