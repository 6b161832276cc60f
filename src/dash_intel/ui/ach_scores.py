"""What a matrix comes to, drawn: a score a hypothesis, and the evidence that tells them apart."""

import streamlit as st

from dash_intel.ledger import MatrixDraft
from dash_intel.ui import draw
from dash_intel.view.ach import LETTERS, Score, marked, scores, telling, verdict_scope
from dash_intel.view.item import Chip
from dash_intel.view.literal import literal, opening
from dash_intel.view.words import listed
from dash_intel.vocab.decisions import label

CARD_WIDTH = 230
LONGEST = 420
LEAST = Chip("Least contradicted, not proven", "green")
HOW = (
    "The inconsistency score adds 1 for each inconsistent and 2 for each very inconsistent mark;"
    " the lowest is least contradicted. What is consistent counts nothing, since it may fit every"
    " hypothesis. Source: Heuer, Psychology of Intelligence Analysis, chapter 8, with the figures"
    " of the program that he and PARC made of it."
)


def draw_scores(draft: MatrixDraft) -> None:
    """Draw what a matrix comes to, and the score of every hypothesis."""
    st.markdown(literal(verdict_scope(draft)))
    with st.grid(min(4, len(draft.hypotheses)), min_column_width=CARD_WIDTH):
        for at, one in enumerate(scores(draft)):
            with st.container(key=f"k-ach-{at}", gap="xxsmall"):
                _draw_score(one)
    with st.popover("How it is scored", type="tertiary"):
        st.markdown(literal(HOW))
        marks = listed(
            tuple(f"{LETTERS[one]} {label('consistency', one).lower()}" for one in LETTERS)
        )
        st.markdown(f":small[:gray[{literal(f'Marks: {marks}.')}]]")


def draw_evidence(draft: MatrixDraft) -> None:
    """Draw the evidence with its marks in words, that which tells most apart first."""
    if not marked(draft):
        return
    draw.part(
        "What tells the hypotheses apart",
        "The evidence, that whose marks differ most first: check it before all other.",
        "ach-telling",
    )
    for at, one in enumerate(telling(draft)):
        with st.container(key=f"row-telling-{at}", gap="xxsmall"):
            st.markdown(f"{one.number}. {literal(one.evidence)}")
            draw.notice(" ".join((f"{one.words}.", one.turns)).strip(), one.chips)


def _draw_score(one: Score) -> None:
    st.metric(
        f"Inconsistency of {one.column}",
        "–" if one.inconsistency is None else f"{one.inconsistency:,}",
    )
    st.markdown(f"**{one.column}** {literal(opening(one.hypothesis, 5, LONGEST))}")
    draw.notice(one.facts, (LEAST,) if one.is_least else ())
