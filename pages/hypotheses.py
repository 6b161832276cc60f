"""Hypotheses: competing explanations, and the evidence for and against them."""

from dash_intel.ui import data, hypotheses, welcome
from dash_intel.ui.state.filters import filters


def draw_page() -> None:
    """Choose, get, draw."""
    wanted = filters()
    if not hypotheses.head(wanted):
        return
    hypotheses.draw(wanted)


if data.build() is None:
    welcome.draw()
else:
    draw_page()
