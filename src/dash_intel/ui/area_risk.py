"""An area's risk by category, and the sentences behind a category."""

from dash_intel.ui.area import Shown
from dash_intel.view.area_risk import CategoryRisk


def risks(shown: Shown) -> tuple[CategoryRisk, ...]:
    """Return the categories of an area."""
    return ()


def draw_risk(shown: Shown) -> None:
    """Draw the categories of an area; a click on one lists its sentences."""
