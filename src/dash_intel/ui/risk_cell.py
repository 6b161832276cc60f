"""Which cell and which field of the Risk page are chosen, kept in the address, and choices of one.

The select boxes are for those who cannot click a mark: they choose the same.
"""

from collections.abc import Iterable

import streamlit as st

from dash_intel.query import chosen as query
from dash_intel.query.filters import Filters
from dash_intel.query.sentences import About
from dash_intel.ui import data, draw
from dash_intel.ui.correcting import CORRECTING
from dash_intel.ui.state import page
from dash_intel.view.chosen_cell import ALL_AREAS, ALL_CATEGORIES, area_name, cell_about, cell_key
from dash_intel.view.risk_field import field_about
from dash_intel.view.risk_words import reach
from dash_intel.view.words import astray
from dash_intel.vocab.areas import Area
from dash_intel.vocab.categories import category_label, risk_categories

CELL, FIELD = "cell", "field"


def chosen(usual: str = "") -> About:
    """Return what the chosen cell is about; ``usual`` is its key where the address names none."""
    return cell_about(page.named(CELL)) or cell_about(usual) or About()


def draw_astray() -> None:
    """Draw that the address names a cell or a field that is not there, nothing where it is."""
    cell, field = page.named(CELL), page.named(FIELD)
    if cell is not None and cell_about(cell) is None:
        draw.notice(astray("a region, country or category", "the page as it is without it"))
    elif field is not None and not field_about(About(), field).likelihoods:
        draw.notice(astray("a field of the grid", "all fields"))


def behind(about: About) -> About:
    """Return what the sentences of a cell are about: those of the chosen field, else all."""
    return field_about(about, page.named(FIELD))


def reached(filters: Filters) -> str:
    """Return which days are looked at, and how far the data reach."""
    return reach(data.chosen(query.days_of, filters), data.chosen(query.totals, filters))


def choose(key: str) -> None:
    """Have the address name a cell, and no field of it; for callbacks."""
    page.show(CELL, key)
    page.show(FIELD, None)
    page.show(CORRECTING, None)


def choose_field(key: str) -> None:
    """Have the address name a field, none where it names this one already; for callbacks."""
    page.show(FIELD, None if page.named(FIELD) == key else key)


def draw_areas(label: str, areas: Iterable[Area], every: str = ALL_AREAS) -> None:
    """Draw the choice of an area, with the category that is chosen; ``every`` is what all are."""
    about = chosen()
    options = dict.fromkeys((None, *areas, about.area))
    draw_cells(
        label,
        {cell_key(one, about.category): area_name(one) if one else every for one in options},
        "cell-area",
        about,
    )


def draw_categories() -> None:
    """Draw the choice of a category, with the area that is chosen."""
    about = chosen()
    names = {
        cell_key(about.area, one): category_label(one) if one else ALL_CATEGORIES
        for one in (None, *risk_categories())
    }
    draw_cells("Category", names, "cell-category", about)


def draw_cells(label: str, names: dict[str, str], widget: str, about: About) -> None:
    """Draw the choice of a cell among ``names``, by its key; ``about`` is the chosen one's."""
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
