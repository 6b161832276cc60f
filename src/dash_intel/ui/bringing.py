"""Bringing an edited sheet back: what it would change, then what was written."""

import hashlib
from dataclasses import dataclass
from functools import partial

import streamlit as st

from dash_intel import exchange
from dash_intel import ledger as ledgers
from dash_intel.errors import InputError, LedgerError
from dash_intel.exchange import Brought, Plan, Refused, Result, Step
from dash_intel.exchange import preview as words
from dash_intel.export.recommendations_xlsx import workbook
from dash_intel.settings import ledger_address
from dash_intel.ui import data, identity
from dash_intel.ui import draw as drawing
from dash_intel.ui.state import exchange as state
from dash_intel.view.literal import literal
from dash_intel.view.words import count

DEED = "recommendation.set"
LARGEST_MEGABYTES = 20
MOST_ASKED = 50
"""Conflicts that are asked about one by one."""

_OVER = "sheet-over"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody saw and wants written: a file, and those of its rows."""

    brought: Brought
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a file: the rows that were tried, and those that were left."""

    brought: Brought
    results: tuple[Result, ...]
    left: tuple[Refused, ...]


def draw_field() -> None:
    """Draw the field that takes a sheet; it is read only by those who may decide."""
    drawing.title("Bring back", "The edited workbook or CSV. Nothing is written before you say so.")
    if not ledgers.may(identity.person(), DEED):
        drawing.aside("Bringing decisions back takes the role analyst.")
        return
    st.file_uploader(
        "Edited sheet",
        type=["xlsx", "csv"],
        key=f"sheet-{state.turn()}",
        max_upload_size=LARGEST_MEGABYTES,
        label_visibility="collapsed",
        on_change=state.forget,
    )


def draw() -> None:
    """Draw what the sheet in the field would change, or what became of the last one."""
    wanted = state.take_wanted()
    if isinstance(wanted, Wanted):
        _write(wanted)
    done = state.done()
    if isinstance(done, Done):
        _draw_done(done)
    file = state.uploaded(f"sheet-{state.turn()}")
    if file is None:
        return
    name, content = file
    about = (name, hashlib.sha256(content).hexdigest(), data.build(), data.decisions().version)
    try:
        with st.spinner("Reading …"):
            brought = state.kept((*about, identity.person()), partial(_brought, name, content))
    except InputError as error:
        drawing.failure(str(error))
    else:
        _draw_plan(brought)


def _brought(name: str, content: bytes) -> Brought:
    ledger = data.ledger() if ledgers.is_there(ledger_address()) else None
    return exchange.bring_back(name, content, data.opened(), ledger, identity.person())


def _draw_plan(brought: Brought) -> None:
    plan = brought.plan
    drawing.part("Check before writing", words.summary(plan), key="sheet-check")
    if plan.unknown:
        drawing.aside(words.left_out(plan))
    if plan.changes:
        drawing.table(words.change_table(plan.changes), "sheet-changes")
    if plan.conflicts:
        _draw_conflicts(plan.conflicts)
    if plan.refused:
        drawing.title("Rows that cannot be written", "They stay as they are in the ledger.")
        drawing.table(words.refused_table(plan.refused), "sheet-refused")
        _draw_file(brought, {one.number: one.reason for one in plan.refused})
    if plan.changes or any(step.refusal is None for step in plan.conflicts):
        number = len(plan.changes) + len(_ticked(plan))
        st.button(
            f"Write {count(number, 'row')}" if number else "Write ticked rows",
            key="sheet-write",
            type="primary",
            disabled=not number,
            on_click=_want,
            args=(brought,),
        )


def _draw_conflicts(steps: tuple[Step, ...]) -> None:
    drawing.title(
        "Changed meanwhile",
        "Somebody else decided about these after the file was taken away. Theirs stays unless you "
        "tick the row; fields that you left alone stay as they are in any case.",
    )
    ticks = {step.number: _tick(step) for step in steps}
    for conflict in words.conflicts(steps[:MOST_ASKED]):
        with st.container(key=f"rule-conflict-{conflict.number}", gap="xxsmall"):
            st.markdown(f"**{literal(conflict.title)}**")
            st.markdown(f":small[In the file: {literal(conflict.ours)}]")
            for event in conflict.theirs:
                st.markdown(f":small[Meanwhile: {literal(event)}]")
            if conflict.refusal:
                drawing.failure(conflict.refusal)
            else:
                name = ticks[conflict.number]
                st.checkbox("Write the file over it", key=name)
    if len(steps) > MOST_ASKED:
        drawing.aside(
            f"{len(steps) - MOST_ASKED:,} more are left as they are; bring them back in a file of "
            "their own."
        )


def _ticked(plan: Plan) -> tuple[Step, ...]:
    return tuple(step for step in plan.conflicts[:MOST_ASKED] if state.is_ticked(_tick(step)))


def _tick(step: Step) -> str:
    """Return the key of the box of a row, another one where the row or what holds is another."""
    asked = hashlib.sha256(repr((step.changes, step.change, step.note)).encode()).hexdigest()[:12]
    return f"{_OVER}-{state.turn()}-{step.recommendation_id}-{step.now}-{asked}"


def _want(brought: Brought) -> None:
    state.want(Wanted(brought, (*brought.plan.changes, *_ticked(brought.plan))))


def _write(wanted: Wanted) -> None:
    brought, steps = wanted.brought, wanted.steps
    results: list[Result] = []
    stopped = ""
    bar = st.progress(0.0, text="Writing …")
    try:
        for one in exchange.apply(data.ledger(), brought.known, steps, identity.person()):
            results.append(one)
            bar.progress(len(results) / len(steps), text=f"{len(results):,} of {len(steps):,}")
    except LedgerError as error:
        stopped = str(error)
    bar.empty()
    tried, numbers = {one.number for one in results}, {one.number for one in steps}
    conflicts = (
        Refused(one.number, one.recommendation_id, one.text, words.THEIRS_STAYS)
        for one in brought.plan.conflicts
        if one.number not in tried
    )
    untried = (
        Refused(one.number, one.recommendation_id, one.text, stopped)
        for one in steps
        if stopped and one.number not in tried
    )
    conflicts = (one for one in conflicts if not stopped or one.number not in numbers)
    state.end(Done(brought, tuple(results), (*brought.plan.refused, *conflicts, *untried)))
    st.rerun()


def _draw_done(done: Done) -> None:
    said = words.outcome(done.results, len(done.left))
    drawing.part("Brought back", said, key="sheet-brought")
    if done.results or done.left:
        drawing.table(words.result_table(done.results, done.left), "sheet-results")
    why = {
        **{one.number: one.reason for one in done.left},
        **{one.number: one.refusal or "" for one in done.results if one.event is None},
    }
    if why:
        drawing.aside(
            "What is not written can be downloaded with why in its last column: mend it there and "
            "bring that file back."
        )
    with st.container(horizontal=True, gap="small"):
        if why:
            _draw_file(done.brought, why)
        st.button("Done", key="sheet-end", on_click=state.forget)


def _draw_file(brought: Brought, why: dict[int, str]) -> None:
    st.download_button(
        "Download these rows",
        data=partial(_refused, brought, why),
        file_name="recommendations-not-written.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key=f"file-refused-{len(why)}",
        on_click="ignore",
        icon=":material/download:",
    )


def _refused(brought: Brought, why: dict[int, str]) -> bytes:
    return workbook(exchange.not_written(brought, why))
