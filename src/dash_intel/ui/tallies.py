"""Names with numbers, each of which opens the reports behind it."""

import hashlib
from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from dash_intel.query import area_tags as tag_query
from dash_intel.query import entities as entity_query
from dash_intel.query import sources as source_query
from dash_intel.query.regions import Behind, Part
from dash_intel.query.tags import stamp_names
from dash_intel.ui import data, draw, paging, quotes
from dash_intel.ui.area import Shown
from dash_intel.view.literal import literal
from dash_intel.view.tallies import Tallies, Tally, entities, sources, tags
from dash_intel.view.words import count

SIZE = 6


def ask_ahead(shown: Shown) -> None:
    """Begin to ask what is drawn here."""
    data.ahead(
        partial(area_tags, shown),
        partial(_entities, shown, paging.part(shown.key("entities"), SIZE)),
        partial(_sources, shown),
    )


def draw_entities(shown: Shown) -> None:
    """Draw the persons and organisations that reports on an area name."""
    found = entities(paging.asked(shown.key("entities"), SIZE, partial(_entities, shown)))
    draw.title(
        shown.titled("Who is named"),
        f"{count(found.total, 'name')}, most {shown.filters.unit} first.",
    )
    _draw(shown, "entities", found)


def draw_tags(shown: Shown) -> None:
    """Draw the tags of reports on an area: those that moved first."""
    found = area_tags(shown)
    draw.title(
        shown.titled("Tags"),
        f"What rose or faded first, then most {shown.filters.unit}; before is the equal period.",
    )
    _draw_cut(shown, "tags", found)


def draw_sources(shown: Shown) -> None:
    """Draw who publishes on an area."""
    published = sources(_sources(shown), "publisher")
    scope = f"{count(len(published), 'publisher')}, most {shown.filters.unit} first."
    draw.title(shown.titled("Sources"), scope)
    _draw_cut(shown, "publishers", published)


def draw_techniques(shown: Shown) -> None:
    """Draw the techniques that reports on an area name."""
    named = sources(_sources(shown), "technique")
    draw.title(shown.titled("Techniques named"), "Naming a technique is not applying it.")
    _draw_cut(shown, "techniques", named)


def area_tags(shown: Shown) -> tuple[Tally, ...]:
    """Return the tags of reports on an area, without those that stand on nearly all reports."""
    hidden = data.answer(stamp_names)
    return tags(data.chosen(tag_query.area_tags, shown.filters, shown.area), hidden)


def _entities(shown: Shown, part: Part) -> pd.DataFrame:
    return data.chosen(entity_query.entities, shown.filters, shown.area, part)


def _sources(shown: Shown) -> pd.DataFrame:
    return data.chosen(source_query.sources, shown.filters, shown.area)


def _draw_cut(shown: Shown, section: str, rows: Sequence[Tally]) -> None:
    _draw(shown, section, Tallies(paging.cut(shown.key(section), SIZE, rows), len(rows)))


def _draw(shown: Shown, section: str, found: Tallies) -> None:
    if not found.total:
        draw.aside("Nothing of this in these reports.")
    for one in found.shown:
        draw_tally(shown, one)
    paging.draw(shown.key(section), SIZE, found.total, shown)


def draw_tally(shown: Shown, one: Tally) -> None:
    """Draw a name with its number; a click on it opens the reports behind it."""
    number = Behind(one.subject, one.key)
    is_open = shown.open == number
    digest = hashlib.sha256(f"{shown.side}{number}".encode()).hexdigest()[:12]
    with st.container(key=f"row-{digest}", gap="xxsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute", wrap=False):
            with st.container(width="stretch", gap=None):
                st.button(
                    literal(one.name),
                    key=f"tally-{digest}",
                    type="tertiary",
                    on_click=shown.show,
                    args=[None if is_open else number],
                )
                draw.notice(one.note, (one.chip,) if one.chip else ())
            st.markdown(f"**{one.number:,}**" if one.number else ":gray[0]", width="content")
        if is_open:
            quotes.draw_behind(shown)
