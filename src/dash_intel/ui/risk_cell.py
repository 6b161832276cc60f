"""Which cell and which field of the Risk page are chosen, kept in the address, and choices of one.

The select boxes are for those who cannot click a mark: they choose the same.
"""

from collections.abc import Iterable

import streamlit as st

from dash_intel.query.sentences import About
from dash_intel.ui.state import page
from dash_intel.view.risk_cell import (
    area_name,
    category_name,
    cell_about,
    cell_key,
    field_about,
)
from dash_intel.vocab.areas import Area
from dash_intel.vocab.categories import risk_categories

CELL, FIELD = "cell", "field"


def chosen() -> About:
    """Return what the chosen cell is about; everything where the address names none."""
    return cell_about(page.named(CELL))


def behind() -> About:
    """Return what the sentences that are shown are about: those of the chosen cell and field."""
    return field_about(chosen(), page.named(FIELD))


def choose(key: str) -> None:
    """Have the address name a cell, and no field of it; for callbacks."""
    page.show(CELL, key)
    page.show(FIELD, None)


def choose_field(key: str) -> None:
    """Have the address name a field, none where it names this one already; for callbacks."""
    page.show(FIELD, None if page.named(FIELD) == key else key)


def draw_areas(label: str, areas: Iterable[Area], every: str = "All areas") -> None:
    """Draw the choice of an area, with the category that is chosen; ``every`` is what all are."""
    about = chosen()
    options = dict.fromkeys((None, *areas, about.area))
    names = {cell_key(one, about.category): area_name(one) if one else every for one in options}
    _draw(label, names, "cell-area")


def draw_categories() -> None:
    """Draw the choice of a category, with the area that is chosen."""
    about = chosen()
    names = {
        cell_key(about.area, one): category_name(one) if one else "All risks"
        for one in (None, *risk_categories())
    }
    _draw("Category", names, "cell-category")


def _draw(label: str, names: dict[str, str], widget: str) -> None:
    about = chosen()
    st.selectbox(
        label,
        list(names),
        format_func=names.__getitem__,
        key=page.choice(widget, cell_key(about.area, about.category)),
        on_change=_take,
        args=(widget,),
    )


def _take(widget: str) -> None:
    page.take_choice(widget, CELL)
    page.show(FIELD, None)
