"""An area's risk by category, and the sentences behind a category."""

from dash_intel.query import chosen as query
from dash_intel.query.area_risk import CategoryRisk, area_risk
from dash_intel.query.regions import Behind
from dash_intel.query.sentences import About
from dash_intel.ui import charts, data, draw, evidence
from dash_intel.ui.area import Shown
from dash_intel.view.area_risk import area_scope, risk_bars
from dash_intel.vocab.categories import category_label


def risks(shown: Shown) -> tuple[CategoryRisk, ...]:
    """Return the cells of an area by category."""
    return data.chosen(area_risk, shown.filters, shown.area)


def draw_risk(shown: Shown) -> None:
    """Draw the categories of an area; a click on one lists the sentences behind it."""
    filters = shown.filters
    days, totals = data.chosen(query.days_of, filters), data.chosen(query.totals, filters)
    scope = area_scope(shown.name, filters.unit, days, totals)
    view = risk_bars(risks(shown), scope)
    if view is None:
        draw.title(shown.titled("Risk by category"))
        draw.aside("No report on this area states a risk of a category.")
        return
    number = shown.open if shown.open and shown.open.subject == "risk" else None

    def choose(category: str) -> None:
        wanted = Behind("risk", category)
        shown.show(None if wanted == number else wanted)

    charts.draw_chart(view, shown.key("risk"), choose, number.name if number else None)
    if number:
        about = About(shown.area, number.name)
        title = f"What is said of {category_label(number.name).lower()} in {shown.name}"
        evidence.draw_evidence(filters, about, title=title, key=shown.key("evidence"))
