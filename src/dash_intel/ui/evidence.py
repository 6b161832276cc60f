"""The sentences behind a number, drawn: each opens in its report, and can be corrected there."""

import hashlib

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.design.strip import strip
from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.errors import LedgerError, SettingError
from dash_intel.query.filters import Filters
from dash_intel.query.sentences import About, behind
from dash_intel.ui import correcting, data, draw, identity, state
from dash_intel.ui.state import page
from dash_intel.view.decisions import Choice
from dash_intel.view.evidence import EvidenceItem, LikelihoodView, Words, evidence
from dash_intel.view.literal import literal

CORRECTED = "correct"
FIELDS = ("impact", "category", "polarity", "rejected")
TITLE = "The sentences behind it"


def draw_evidence(
    filters: Filters, about: About, *, title: str = TITLE, key: str = "evidence"
) -> None:
    """Draw the sentences that a number counts, three at a time; ``key`` is unique on the page."""
    asked = hashlib.sha256(repr((filters, about)).encode()).hexdigest()[:12]
    pager = f"{key}-pages-{asked}"
    view = evidence(data.chosen(behind, filters, about, page.turned(pager)), filters.unit)
    draw.title(title, view.scope)
    palette = DARK if st.context.theme.type == "dark" else LIGHT
    for at, item in enumerate(view.items):
        with st.container(key=f"rule-{key}-{at}", gap="xsmall"):
            _draw_item(item, palette, key)
    if not view.items:
        draw.aside("No report says anything about this.")
    if view.pages > 1:
        st.pagination(view.pages, key=pager)


def open_item(report_id: str, item_id: str, key: str) -> None:
    """Draw the link that opens a report at one of its items; ``key`` is that of the list."""
    with st.container(key=f"link-plain-item-{key}-{item_id}", width="content"):
        st.page_link(
            draw.PAGES / "report.py",
            label="Open ↗",
            **state.link_to_report(report_id, item_id),
        )


def _draw_item(item: EvidenceItem, palette: Palette, key: str) -> None:
    st.markdown(f"> {_quoted(item.words)}")
    corrected = " :blue-badge[corrected]" if item.is_corrected else ""
    st.markdown(f"{_level(item, palette)} {_likelihood(item.likelihood, palette)}{corrected}")
    draw.aside(item.why)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":small[:gray[{literal(item.meta)}]]", width="stretch")
        _draw_correct(item, key)
        open_item(item.report_id, item.item_id, key)
    if page.named(CORRECTED) == _correction(item, key):
        _draw_form(item)


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
    return " ".join(part for part in (picture, said, literal(likelihood.figures), badge) if part)


def _draw_correct(item: EvidenceItem, key: str) -> None:
    is_open = page.named(CORRECTED) == _correction(item, key)
    st.button(
        "Close" if is_open else "Correct",
        key=f"correct-{key}-{item.item_id}",
        type="tertiary",
        on_click=page.show,
        args=(CORRECTED, None if is_open else _correction(item, key)),
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
        events = data.ledger().history([item.item_id]) if data.decisions().revision else ()
        correcting.draw(Choice(item.item_id, "risk", item.words.whole), events, FIELDS)
    except (LedgerError, SettingError) as error:
        draw.failure(str(error))
