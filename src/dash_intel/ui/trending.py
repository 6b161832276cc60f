"""How tags are looked at on the Trends page, and which number was picked, kept in the address."""

from typing import cast

import streamlit as st

from dash_intel.query import ranking as scores
from dash_intel.query.filters import Filters
from dash_intel.query.picked import (
    Pick,
    pick,
    read_area,
    read_span,
    written_area,
    written_span,
)
from dash_intel.query.tags import stamp_names
from dash_intel.query.timeline import SCALES, Scale
from dash_intel.query.trends import Look, Trends
from dash_intel.ui import data, draw
from dash_intel.ui.state import page
from dash_intel.view import tag_ranking
from dash_intel.view import trends as views
from dash_intel.view.tag_ranking import Axis, Ranking
from dash_intel.view.words import astray
from dash_intel.vocab.areas import AreaKind

AXES = {"share": "Share", "volume": "Volume"}
SCALE_WORDS = {"month": "Month", "week": "Week", "quarter": "Quarter"}
KINDS = {"region": "Regions", "group": "Groups of countries"}
TABLES = {"time": "One tag over time", "areas": "Tags by area", "pairs": "Tags by tags"}

ALL_DAYS = "all"
PAGE = "reports"
"""What the address calls the page of the reports behind the number that was picked."""


def look() -> Look:
    """Return how the address says that tags are looked at."""
    return Look(
        scale=cast("Scale", page.shown("by", SCALES)),
        kind=cast("AreaKind", page.shown("areas", tuple(KINDS))),
        has_unsupported=page.shown("unsupported", ("shown", "hidden")) == "shown",
        hides_stamps=page.shown("stamps", ("hidden", "shown")) == "hidden",
        is_strict=page.shown("strict", ("no", "yes")) == "yes",
    )


def axis() -> Axis:
    """Return what the address says lines show."""
    return cast("Axis", page.shown("show", tuple(AXES)))


def hidden(look: Look) -> frozenset[str]:
    """Return the tags that are left out as stamps."""
    return data.answer(stamp_names) if look.hides_stamps else frozenset()


def ranking(trends: Trends, look: Look, filters: Filters) -> Ranking:
    """Return the tags of ``trends`` in the order of how far they moved."""
    rows = scores.ranked(trends, hidden(look), is_strict=look.is_strict)
    return tag_ranking.ranking(trends, rows, "event" if filters.unit == "events" else "report")


def picked(view: Ranking) -> Pick | None:
    """Return the number that the address names, else that of the most telling tag with reports.

    None where no tag is left.
    """
    topic = page.named("topic")
    if topic is None or view.row(topic) is None:
        return view.usual(view.first) if view.first else None
    days = page.named("days")
    if days is None:
        return view.usual(topic)
    area = page.named("area")
    span = None if days == ALL_DAYS else read_span(days)
    return Pick(topic, span, read_area(area) if area else None, page.named("with"))


def draw_astray(view: Ranking) -> None:
    """Draw that the address names a tag, days or an area that are not there, if it does."""
    topic, days, area = page.named("topic"), page.named("days"), page.named("area")
    if topic is not None and view.row(topic) is None:
        draw.notice(astray("a tag", "the tag that moved most clearly, of those that these have"))
    elif days not in {None, ALL_DAYS} and read_span(days or "") is None:
        draw.notice(astray("a period", "all days"))
    elif area is not None and read_area(area) is None:
        draw.notice(astray("a region or country", "all of them"))


def choose(key: str) -> None:
    """Have the address name the number of a mark; for callbacks."""
    wanted = pick(key)
    if wanted:
        page.show("topic", wanted.tag)
        page.show("days", written_span(wanted.span) if wanted.span else ALL_DAYS)
        page.show("area", written_area(wanted.area) if wanted.area else None)
        page.show("with", wanted.other)
        page.show(PAGE, None)


def draw_controls() -> None:
    """Draw what lines show, by which periods, and which tags count."""
    now = look()
    with st.container(horizontal=True, vertical_alignment="center", key="controls", gap="small"):
        choice("Lines show", "show", AXES)
        choice("Periods", "by", SCALE_WORDS)
        _toggle("Hide stamps", "stamps", "shown", is_on=now.hides_stamps, turns_on=False)
        _toggle(
            "Hide unsupported tags",
            "unsupported",
            "hidden",
            is_on=not now.has_unsupported,
            turns_on=True,
        )
        _toggle("Strict", "strict", "yes", is_on=now.is_strict, turns_on=True)


def draw_ranking(view: Ranking, look: Look) -> None:
    """Draw all tags as a table, where they are ranked; a click on a row lists its reports."""
    if view.is_ranked:
        draw.title("Every tag, by how far it moved", views.scope(view, look, sorted(hidden(look))))
        draw.table(views.table(view), "ranking", choose)


def choice(label: str, name: str, words: dict[str, str]) -> str:
    """Draw a choice of few, kept in the address under ``name``, and return what is chosen."""
    chosen = page.shown(name, tuple(words))
    st.segmented_control(
        label,
        list(words),
        format_func=words.__getitem__,
        key=page.choice(name, chosen),
        on_change=page.take_choice,
        args=(name,),
        required=True,
        label_visibility="collapsed",
    )
    return chosen


HELP = {
    "stamps": "Leaves out tags on more than 60% of all reports, as they were read: they say how"
    " many reports there are, not what they are about.",
    "unsupported": "Leaves out a tag on a report whose text has no word that speaks of it.",
    "strict": "Names only changes that stand out among all tags: of those named, one in ten is"
    " chance (Benjamini and Hochberg).",
}


def _toggle(label: str, name: str, written: str, *, is_on: bool, turns_on: bool) -> None:
    """Draw a toggle; the address says ``written`` of ``name`` while it is ``turns_on``."""

    def changed() -> None:
        page.show(name, written if bool(page.entered(name)) == turns_on else None)

    st.toggle(label, key=page.choice(name, is_on), on_change=changed, help=HELP[name])
