"""The sentences behind a number, drawn: each opens in its report, and can be corrected there."""

import hashlib
from collections.abc import Callable
from functools import partial

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.design.strip import strip
from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.errors import LedgerError, SettingError
from dash_intel.query.filters import Filters
from dash_intel.query.sentences import About, Behind, behind
from dash_intel.ui import correcting, data, draw, identity, state
from dash_intel.ui.state import page
from dash_intel.view.decisions import Choice
from dash_intel.view.evidence import EvidenceItem, LikelihoodView, Words, evidence
from dash_intel.view.literal import fact_line, literal

FIELDS = ("impact", "likelihood", "category", "polarity", "rejected")
TITLE = "The sentences behind it"


def draw_evidence(
    filters: Filters,
    about: About,
    *,
    title: str = TITLE,
    key: str = "evidence",
    is_brief: bool = False,
) -> None:
    """Draw the sentences that a number counts, three at a time; ``key`` is unique on the page.

    With ``is_brief`` without the words that readings come from, and without the way to correct one.
    """
    pager = _pager(filters, about, key)
    view = evidence(question(filters, about, key)(), filters.unit)
    draw.title(title, view.scope)
    correcting.draw_undo(key)
    for at, item in enumerate(view.items):
        with st.container(key=f"rule-{key}-{at}", gap="xsmall"):
            draw_sentence(item, key) if is_brief else _draw_item(item, key)
    if not view.items:
        draw.aside("No report says anything about this.")
    if view.pages > 1:
        st.pagination(view.pages, key=pager)


def draw_sentence(item: EvidenceItem, key: str) -> None:
    """Draw a sentence with its level and its likelihood, and the way to where it stands."""
    st.markdown(f"> {_quoted(item.words)}")
    _draw_reading(item)
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f":small[:gray[{fact_line(item.meta)}]]", width="stretch")
        open_item(item.report_id, item.item_id, key)


def question(filters: Filters, about: About, key: str = "evidence") -> Callable[[], Behind]:
    """Return what asks for the sentences that are drawn of a number."""
    return partial(data.chosen, behind, filters, about, page.turned(_pager(filters, about, key)))


def _pager(filters: Filters, about: About, key: str) -> str:
    asked = hashlib.sha256(repr((filters, about)).encode()).hexdigest()[:12]
    return f"{key}-pages-{asked}"


def open_item(report_id: str, item_id: str, key: str) -> None:
    """Draw the link that opens a report at one of its items; ``key`` is that of the list."""
    with st.container(key=f"link-open-item-{key}-{item_id}", width="content"):
        st.page_link(
            draw.PAGES / "report.py",
            label="Open",
            **state.link_to_report(report_id, item_id),
        )


def _draw_item(item: EvidenceItem, key: str) -> None:
    st.markdown(f"> {_quoted(item.words)}")
    _draw_reading(item)
    draw.aside(item.why)
    st.markdown(f":small[:gray[{fact_line(item.meta)}]]")
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        _draw_correct(item, key)
        open_item(item.report_id, item.item_id, key)
    if page.named(correcting.CORRECTING) == _correction(item, key):
        _draw_form(item)


def _draw_reading(item: EvidenceItem) -> None:
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    corrected = " :blue-badge[corrected]" if item.is_corrected else ""
    st.markdown(f"{_level(item, palette)} {_likelihood(item.likelihood, palette)}{corrected}")


def _quoted(words: Words) -> str:
    marked = f"**{literal(words.likelihood)}**" if words.likelihood.strip() else ""
    before = literal(words.before) + (" " if words.before[-1:].isspace() else "")
    after = (" " if words.after[:1].isspace() else "") + literal(words.after)
    return f"{before}{marked}{after}"


def _level(item: EvidenceItem, palette: Palette) -> str:
    words = literal(item.level_words)
    if item.level is None:
        return f':color[○ {words}]{{foreground="{palette.muted}" background="{palette.paper}"}}'
    step = palette.risk[item.level - 1]
    return f':color[**{words}**]{{foreground="{step.text}" background="{step.fill}"}}'


def _likelihood(likelihood: LikelihoodView, palette: Palette) -> str:
    picture = f"![{literal(likelihood.alt)}]({strip(palette, likelihood.band)})"
    chip = likelihood.chip
    said = f"**{literal(likelihood.word)}**" if likelihood.band or chip else likelihood.word
    badge = f":{chip.hue}-badge[{literal(chip.text)}]" if chip else ""
    band = literal(likelihood.figures)
    figures = f':color[{band}]{{foreground="{palette.ink}"}}' if band else ""
    more = f":gray-badge[{literal(likelihood.more)}]" if likelihood.more else ""
    return " ".join(part for part in (picture, more, said, figures, badge) if part)


def _draw_correct(item: EvidenceItem, key: str) -> None:
    is_open = page.named(correcting.CORRECTING) == _correction(item, key)
    st.button(
        "Close" if is_open else "Correct",
        key=f"correct-{key}-{item.item_id}",
        type="tertiary",
        on_click=page.show,
        args=(correcting.CORRECTING, None if is_open else _correction(item, key)),
    )


def _correction(item: EvidenceItem, key: str) -> str:
    """Return what the address calls correcting an item: of two lists that have it, in one."""
    return f"{key}-{item.item_id}"


def _draw_form(item: EvidenceItem) -> None:
    refusal = state.take_refusal()
    if refusal:
        draw.failure(refusal)
    try:
        if not ledgers.may(identity.person(), "override.set"):
            draw.aside("You may read what was decided; correcting takes the role analyst.")
            return
        events = data.ledger().history([item.item_id]) if data.decisions().has_any else ()
        correcting.draw(Choice(item.item_id, "risk", item.words.whole), events, FIELDS)
    except (LedgerError, SettingError) as error:
        draw.failure(str(error))
