"""Risk: where risk sits, by region and category, and the sentences behind every cell."""

from dash_intel.ui import data, evidence, filtering, risk_matrix, welcome
from dash_intel.ui.state.filters import filters
from dash_intel.view.chosen_cell import cell_name


def draw_page() -> None:
    """Choose, get, draw."""
    wanted = filters()
    view = risk_matrix.read_matrix(wanted)
    if not filtering.head(view.headline, wanted):
        return
    about = risk_matrix.chosen_cell(view.strongest)
    risk_matrix.draw_matrix(view, wanted, about)
    risk_matrix.draw_choice(view, about)
    evidence.draw_evidence(wanted, about, title=f"{cell_name(about)}: the sentences behind it")


if data.build() is None:
    welcome.draw()
else:
    draw_page()
