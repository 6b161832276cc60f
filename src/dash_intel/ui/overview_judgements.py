"""Judgements that changed, drawn: what was said before, and what is said now."""

import hashlib

import streamlit as st

from dash_intel.query import changed_judgements as query
from dash_intel.query.filters import Filters
from dash_intel.ui import data, draw, evidence
from dash_intel.ui.state import page
from dash_intel.view import overview_judgements as views
from dash_intel.view.literal import literal
from dash_intel.view.overview_judgements import JudgementChange


@st.fragment
def draw_judgements(filters: Filters) -> None:
    """Draw what is called likelier or less likely than before, three at a time."""
    moves = data.chosen(query.judgement_changes, filters)
    draw.title(views.title(moves), views.scope(moves))
    asked = hashlib.sha256(repr(filters).encode()).hexdigest()[:12]
    pager = f"judgement-pages-{asked}"
    shown = views.page_of(moves, page.turned(pager))
    said = tuple(one for move in shown for one in (move.later, move.earlier))
    found = data.chosen(query.sentences, filters, said)
    for at, change in enumerate(views.judgement_changes(shown, found)):
        with st.container(key=f"rule-judgement-{at}", gap="xsmall"):
            _draw_change(change, at)
    if views.page_count(moves) > 1:
        st.pagination(views.page_count(moves), max_visible_pages=5, key=pager)
    with st.popover("Method", type="tertiary", key="judgement-method"):
        st.markdown(literal(views.method()))


def _draw_change(change: JudgementChange, at: int) -> None:
    mark = ":red[▲]" if change.is_stronger else ":green[▼]"
    subject = f"{mark} **{literal(change.subject)}**, {literal(change.category)}"
    with st.container(horizontal=True, gap="medium"):
        st.markdown(subject, width="content")
        st.markdown(change.words, width="content")
    before, now = st.columns(2, gap="medium")
    with before:
        draw.aside("Before")
        evidence.draw_sentence(change.earlier, f"earlier-{at}")
    with now:
        draw.aside("Now")
        evidence.draw_sentence(change.later, f"later-{at}")
