"""Which scenario the address names, and the way that it is decided about."""

from dash_intel.ui import state
from dash_intel.ui.state import page

SCENARIO, WAY, VIEW = "scenario", "way", "view"


def open_one(scenario_id: str, way: str = "plan") -> None:
    """Show one scenario, and one way to decide about it; for callbacks."""
    state.end_deciding()
    page.show(SCENARIO, scenario_id)
    page.show(WAY, None if way == "plan" else way)
    page.show(VIEW, None)


def close_one() -> None:
    """Show all scenarios again; for callbacks."""
    state.end_deciding()
    page.show(SCENARIO, None)
    page.show(WAY, None)


def take_view() -> None:
    """Show the view that was chosen, and all scenarios in it; for callbacks."""
    close_one()
    page.take_choice(VIEW)
