"""Deciding about one scenario: what is expected of it, how it ended, and what was decided."""

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError
from dash_intel.ledger import Resolution, ScenarioChange
from dash_intel.model.ledger import Editing, Event, ScenarioState
from dash_intel.query.decisions import BuildSubjects
from dash_intel.ui import conflict as conflicts
from dash_intel.ui import data, identity, state
from dash_intel.ui import draw as drawing
from dash_intel.view.scenario_sets import Card
from dash_intel.vocab.decisions import keys, label

LONGEST = 5_000
FIRST, LAST = date(1900, 1, 1), date(2300, 12, 31)
OUTCOMES = tuple(one for one in keys("outcome") if one not in {"open", "due"})
PLAN = ("horizon_on", "probability", "basis", "drivers", "indicators", "triggers", "note")
LISTS = ("drivers", "indicators", "triggers")
END = ("outcome", "resolved_on", "evidence", "reason", "note")

log = logging.getLogger(__name__)

Key = Callable[[str], str]
Fields = Mapping[str, Any]


def draw_plan(card: Card, events: tuple[Event, ...]) -> None:
    """Draw the form of what is expected: horizon, probability, drivers, indicators, triggers."""
    now = state.pinned(_about(card), _state(card))
    seeds, seen = _plan(now), _seen(now)
    conflict = conflicts.draw(_about(card), "scenario", events)
    shown = {**seeds, **(conflict.wanted if conflict else {})}
    name = f"plan-{card.scenario_id}-{seen}"

    def key(field: str) -> str:
        return state.seeded(f"{name}-{field}", shown[field])

    with st.form(name, border=False):
        _draw_chances(key)
        _draw_lists(key)
        st.text_input("Note", max_chars=LONGEST, key=key("note"))
        st.form_submit_button(
            "Save over it" if conflict else "Save",
            type="primary",
            on_click=_save_plan,
            args=(card.scenario_id, seen, seeds, name),
        )


def draw_end(card: Card, events: tuple[Event, ...]) -> None:
    """Draw the form that records how a scenario ended, or the one that takes that back."""
    now = state.pinned(_about(card), _state(card))
    seen = _seen(now)
    conflict = conflicts.draw(_about(card), "scenario", events)
    wanted = conflict.wanted if conflict else {}
    is_resolved = bool(now and now.outcome)
    if is_resolved:
        _draw_reopening(card, seen, wanted)
    if not is_resolved or "outcome" in wanted:
        _draw_outcome(card, seen, wanted)


def may_decide(deed: str = "scenario.set") -> bool:
    """Tell whether who looks at the page may decide about scenarios, False where nobody knows."""
    try:
        return ledgers.may(identity.person(), deed)
    except (LedgerError, SettingError) as error:
        log.warning("not known who may decide: %s", error)
        return False


def _draw_chances(key: Key) -> None:
    horizon, probability, basis = st.columns([1, 1, 2])
    horizon.date_input(
        "Horizon: due by",
        value=None,
        min_value=FIRST,
        max_value=LAST,
        format="YYYY-MM-DD",
        key=key("horizon_on"),
    )
    probability.number_input(
        "Probability, %",
        min_value=0.0,
        max_value=100.0,
        value=None,
        step=5.0,
        format="%g",
        placeholder="not stated",
        key=key("probability"),
    )
    basis.text_input("What the probability rests on", max_chars=LONGEST, key=key("basis"))


def _draw_lists(key: Key) -> None:
    for column, field, words in zip(
        st.columns(3),
        LISTS,
        ("Drivers", "Indicators to watch", "Triggers"),
        strict=True,
    ):
        column.text_area(
            words, max_chars=LONGEST, key=key(field), height=140, placeholder="One a line"
        )


def _draw_outcome(card: Card, seen: int, wanted: Fields) -> None:
    name = f"end-{card.scenario_id}-{seen}"
    seeds: dict[str, Any] = dict.fromkeys(END, "") | {"outcome": None, "resolved_on": None}
    shown = {**seeds, **wanted}

    def key(field: str) -> str:
        return state.seeded(f"{name}-{field}", shown[field])

    with st.form(name, border=False):
        outcome, day = st.columns([2, 1])
        outcome.selectbox(
            "Outcome",
            OUTCOMES,
            index=None,
            format_func=lambda one: label("outcome", one),
            placeholder="Choose how it ended",
            key=key("outcome"),
        )
        day.date_input(
            "Day that it was plain",
            value=None,
            min_value=FIRST,
            max_value=datetime.now(UTC).date(),
            format="YYYY-MM-DD",
            key=key("resolved_on"),
        )
        st.text_area("Evidence", max_chars=LONGEST, key=key("evidence"), height=90)
        drawing.aside(
            "Occurred, partly occurred, did not occur and ambiguous need evidence;"
            " annulled (an assumption broke) and unresolvable need a reason."
        )
        st.text_input("Reason", max_chars=LONGEST, key=key("reason"))
        st.text_input("Note", max_chars=LONGEST, key=key("note"))
        st.form_submit_button(
            "Record the outcome",
            type="primary",
            on_click=_save_end,
            args=(card.scenario_id, seen, name),
        )


def _draw_reopening(card: Card, seen: int, wanted: Fields) -> None:
    name = f"reopen-{card.scenario_id}-{seen}"
    said = str(wanted.get("reason") or "")
    with st.form(name, border=False):
        drawing.aside(f"{card.state.text}. {card.account}".strip())
        st.text_input(
            "Reason for reopening", max_chars=LONGEST, key=state.seeded(f"{name}-reason", said)
        )
        st.form_submit_button(
            "Reopen", type="primary", on_click=_save_reopening, args=(card.scenario_id, seen, name)
        )


def _save_plan(scenario_id: str, seen: int, seeds: Fields, name: str) -> None:
    typed: dict[str, Any] = {field: state.typed(f"{name}-{field}") for field in PLAN}
    wanted = {field: value for field, value in typed.items() if value != seeds[field]}
    fields: dict[str, Any] = {
        field: _entered(field, value) for field, value in wanted.items() if field != "note"
    }

    def save(editing: Editing) -> object:
        return ledgers.set_scenario(
            data.ledger(), BuildSubjects(data.opened()), editing, ScenarioChange(**fields)
        )

    editing = Editing(identity.person(), scenario_id, seen, typed["note"] or None)
    conflicts.attempt(save, editing, f"scenario-{scenario_id}", wanted)


def _save_end(scenario_id: str, seen: int, name: str) -> None:
    typed: dict[str, Any] = {field: state.typed(f"{name}-{field}") for field in END}
    if not typed["outcome"] or not typed["resolved_on"]:
        state.keep_refusal("Choose how it ended, and the day that this was plain.")
        return
    resolution = Resolution(typed["outcome"], typed["resolved_on"], typed["evidence"] or None)

    def save(editing: Editing) -> object:
        return ledgers.resolve_scenario(
            data.ledger(), BuildSubjects(data.opened()), editing, resolution
        )

    note, reason = typed["note"] or None, typed["reason"] or None
    editing = Editing(identity.person(), scenario_id, seen, note, reason)
    conflicts.attempt(save, editing, f"scenario-{scenario_id}", typed)


def _save_reopening(scenario_id: str, seen: int, name: str) -> None:
    reason = str(state.typed(f"{name}-reason") or "")

    def save(editing: Editing) -> object:
        return ledgers.reopen_scenario(data.ledger(), BuildSubjects(data.opened()), editing)

    editing = Editing(identity.person(), scenario_id, seen, reason=reason or None)
    conflicts.attempt(save, editing, f"scenario-{scenario_id}", {"reason": reason})


def _entered(field: str, value: Any) -> Any:
    if field == "probability":
        return None if value is None else value / 100
    if field in LISTS:
        return tuple(str(value or "").splitlines())
    return value or None


def _about(card: Card) -> str:
    return f"scenario-{card.scenario_id}"


def _seen(now: ScenarioState | None) -> int:
    return now.last.revision if now else 0


def _state(card: Card) -> ScenarioState | None:
    found = data.decisions().scenarios
    return next((one for one in found if one.scenario_id == card.scenario_id), None)


def _plan(now: ScenarioState | None) -> Fields:
    share = now.probability if now else None
    return {
        "horizon_on": now.horizon_on if now else None,
        "probability": None if share is None else round(100 * share, 4),
        "basis": (now.basis if now else None) or "",
        **{field: "\n".join(getattr(now, field) if now else ()) for field in LISTS},
        "note": "",
    }
