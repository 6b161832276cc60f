"""Risk: where risk sits, by region and category."""

from dash_intel.query.sentences import About
from dash_intel.ui import data, evidence, filtering, welcome
from dash_intel.ui.state.filters import filters


def draw_page() -> None:
    """Choose, get, draw."""
    if filtering.head("Risk", filters()):
        evidence.draw_evidence(filters(), About())


if data.build() is None:
    welcome.draw()
else:
    draw_page()
