"""Changing many recommendations at once: those that were chosen, by one form."""

from typing import cast

import streamlit as st

from dash_intel.ledger import RecommendationChange
from dash_intel.model.ledger import KEEP, Status
from dash_intel.ui import draw as drawing
from dash_intel.ui import tracker_forms, tracker_saving
from dash_intel.ui.state import tracker as state
from dash_intel.view.tracker import Row
from dash_intel.view.tracker_edits import Edit, day_of, needs
from dash_intel.view.words import count
from dash_intel.vocab.decisions import keys, label

MOST = 200
"""Recommendations that are changed at once, at most."""
AS_IT_IS = "As it is"


def draw(rows: tuple[Row, ...], chosen: int) -> None:
    """Draw the form that changes these ``rows``, of so many that are chosen."""
    if not rows:
        return
    name, left = f"bulk-{state.turn()}", chosen - len(rows)
    with st.container(key="tracker-bulk", border=True, gap="xsmall"):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(f"**{count(chosen, 'recommendation')} chosen**", width="content")
            st.button("Choose none", key="bulk-none", type="tertiary", on_click=_choose_none)
        target = st.selectbox(
            "New status",
            ("", *keys("status")[1:]),
            format_func=lambda one: label("status", one) or AS_IT_IS,
            key=state.seeded(f"{name}-status", ""),
        )
        with st.form("bulk-form", border=False):
            _draw_plan(name)
            asked = _asked(rows, cast("Status", target) if target else None)
            for field in asked:
                tracker_forms.draw_field(field, name)
            st.form_submit_button(
                f"Change {len(rows):,} of {chosen:,}" if left else f"Change {len(rows):,}",
                type="primary",
                on_click=_save,
                args=(rows, target, name, asked),
            )
        drawing.aside("What is left empty stays as it is. Each is changed by the same rules.")
        if left:
            drawing.notice(
                f"{MOST:,} are changed at a time. The other {left:,} stay chosen: change them next."
            )


def _draw_plan(name: str) -> None:
    owner, due, priority = st.columns(3)
    owner.text_input("Owner", key=state.seeded(f"{name}-owner", ""), max_chars=200)
    due.date_input("Due", value=None, format="YYYY-MM-DD", key=state.seeded(f"{name}-due_on", None))
    priority.selectbox(
        "Priority",
        ("", *keys("priority")),
        format_func=lambda one: label("priority", one) or AS_IT_IS,
        key=state.seeded(f"{name}-priority", ""),
    )


def _asked(rows: tuple[Row, ...], target: Status | None) -> tuple[str, ...]:
    """Return what has to be said for any of these to get a status; a note may always be."""
    found = {need for row in rows for need in needs(row.status, target)} - {"owner"} | {"note"}
    return tuple(one for one in tracker_forms.ASKED if one in found)


def _save(rows: tuple[Row, ...], target: str, name: str, asked: tuple[str, ...]) -> None:
    change = RecommendationChange(
        status=cast("Status", target) if target else KEEP,
        owner=tracker_forms.entered(name, "owner") or KEEP,
        due_on=day_of(state.typed(f"{name}-due_on")) or KEEP,
        priority=tracker_forms.entered(name, "priority") or KEEP,  # type: ignore[arg-type]
        evidence=tracker_forms.entered(name, "evidence") or KEEP if "evidence" in asked else KEEP,
        done_on=day_of(state.typed(f"{name}-done_on")) or KEEP if "done_on" in asked else KEEP,
    )
    reason = next(
        (
            said
            for field in ("closing_reason", "reason")
            if field in asked and (said := tracker_forms.entered(name, field))
        ),
        None,
    )
    pattern = Edit("", 0, change, tracker_forms.entered(name, "note"), reason)
    tracker_saving.save_many(rows, pattern)


def _choose_none() -> None:
    state.choose(())
    state.renew()
