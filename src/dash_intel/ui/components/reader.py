"""The reader: what was read from a report, linked both ways with its text."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

import streamlit as st

from dash_intel.design.style import properties
from dash_intel.view.item import Item, ReaderView, Section
from dash_intel.view.reader import QUIET_KINDS
from dash_intel.view.words import NOT_STATED, count

_WORDS: Mapping[str, object] = MappingProxyType(
    {
        "source": "Source text",
        "text": "Text of the report, with what was read from it marked",
        "legend": "Kinds of marks, each can be hidden",
        "parts": "Triggers to watch",
        "readings": "How its words were read",
        "back": "Back to the item",
        "keys": [["J", "next item"], ["K", "previous item"], ["Esc", "clear"]],
    }
)


def draw_reader(
    view: ReaderView,
    *,
    chosen: str | None = None,
    on_choice: Callable[[str], None] = lambda _key: None,
) -> None:
    """Draw the reader; ``on_choice`` is told the state key under which the chosen id stands."""
    key = f"reader-{view.report_id}"
    component = st.components.v2.component(
        "dash_intel.reader",
        html='<div class="reader"></div>',
        css=_css(),
        js=_js(),
    )
    component(
        key=key,
        data={"view": payload(view), "words": dict(_WORDS), "selected": chosen},
        on_item_change=lambda: on_choice(key),
    )


def payload(view: ReaderView) -> dict[str, object]:
    """Return ``view`` as JSON values for the browser, which puts every text in as text."""
    characters = sum(len(segment.text) for segment in view.segments)
    return {
        "about": f"{view.source} · {count(characters, 'character')}",
        "sections": [_section(section) for section in view.sections],
        "segments": [
            [segment.text, list(segment.items), segment.is_heading] for segment in view.segments
        ],
        "kinds": [
            {"key": kind.key, "label": kind.label, "count": kind.count} for kind in view.kinds
        ],
        "quiet": sorted(QUIET_KINDS),
        "notice": view.notice,
    }


def _section(section: Section) -> dict[str, object]:
    return {
        "title": section.title,
        "note": section.note,
        "layout": section.layout,
        "groups": [
            {"title": group.title, "items": [_item(item) for item in group.items]}
            for group in section.groups
        ],
    }


def _item(item: Item) -> dict[str, object]:
    return {
        "item_id": item.item_id,
        "kind": item.kind,
        "text": item.text,
        "label": item.label,
        "notes": list(item.notes),
        "chips": [{"text": chip.text, "hue": chip.hue} for chip in item.chips],
        "edge": item.edge,
        "is_quoted": item.is_quoted,
        "is_absent": item.text.lower() == NOT_STATED,
        "is_corrected": item.is_corrected,
        "is_withdrawn": item.is_withdrawn,
        "parts": [_item(part) for part in item.parts],
        "readings": [_item(reading) for reading in item.readings],
    }


@cache
def _css() -> str:
    return f":host{{{properties()}}}\n{_file('reader.css')}"


@cache
def _js() -> str:
    return "\n".join(_file(f"{name}.js") for name in ("elements", "sections", "source", "reader"))


@cache
def _file(name: str) -> str:
    return (resources.files("dash_intel.ui.components") / name).read_text(encoding="utf-8")
