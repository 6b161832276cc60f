"""Risk: where risk sits, by region and category, and the sentences behind every cell."""

from dash_intel.ui import (
    data,
    filtering,
    risk_cell,
    risk_map,
    risk_matrix,
    risk_time,
    risk_views,
    welcome,
)
from dash_intel.ui.state.filters import filters


def draw_page() -> None:
    """Choose, get, draw."""
    wanted, shown = filters(), risk_views.shown()
    matrix = risk_matrix.read_matrix(wanted) if shown == "matrix" else None
    about = risk_cell.chosen(matrix.strongest if matrix else "")
    risk_views.ask_ahead(wanted, about)
    if not filtering.head(matrix.headline if matrix else risk_views.headline(wanted), wanted):
        return
    risk_cell.draw_astray()
    risk_views.draw_choice()
    if matrix:
        risk_matrix.draw_matrix(matrix, wanted, about)
        risk_matrix.draw_choice(matrix, about)
    elif shown == "map":
        risk_map.draw_map(wanted)
    else:
        risk_time.draw_time(wanted)
    risk_views.draw_below(wanted, about)


if data.build() is None:
    welcome.draw()
else:
    draw_page()
