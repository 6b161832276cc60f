"""What people decided, over all reports: corrections, orphans, and every event."""

from collections.abc import Iterable
from datetime import UTC, datetime

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError
from dash_intel.export import events_csv
from dash_intel.model.ledger import Event
from dash_intel.query import decisions as query
from dash_intel.ui import data, identity, state
from dash_intel.ui import draw as drawing
from dash_intel.view.decisions import audit_table, orphan_table, override_table
from dash_intel.vocab.decisions import keys, label

SHOWN = 1_000
ALL = "Everybody"
NOBODY = "Nobody has decided anything yet. Invented decisions of the sample never stand here."
REPLACED = "Invented decisions of the sample never stand here: what replaced one begins at “–”."


def draw() -> None:
    """Draw the corrections in force, and the decisions whose sentence is gone."""
    try:
        overrides, orphans = data.decided(query.overrides), data.decided(query.orphans)
    except (LedgerError, SettingError) as error:
        drawing.failure(str(error))
        return
    drawing.part("Corrected readings", "Each is undone on the page of its report.")
    if len(overrides):
        drawing.table(override_table(overrides))
    else:
        drawing.aside("None: every reading stands as it was read.")
    drawing.part("Decisions whose sentence is gone", "A later revision dropped or reworded it.")
    if len(orphans):
        drawing.table(orphan_table(orphans))
    else:
        drawing.aside("None: every decision is about a sentence that is there.")


def draw_audit() -> None:
    """Draw the events of the ledger, a filter and exports; admins see others' private views too."""
    try:
        held = data.decisions()
        if not held.revision:
            drawing.aside(NOBODY)
            return
        events = [one for one in data.ledger().events() if _is_seen(one)]
        head = data.ledger().head()
    except (LedgerError, SettingError) as error:
        drawing.failure(str(error))
        return
    shown = _filtered(list(reversed(events)))
    drawing.aside(f"{len(shown):,} of {len(events):,} events. Head: {head}")
    if held.has_invented:
        drawing.aside(REPLACED)
    drawing.table(audit_table(shown[:SHOWN]))
    if len(shown) > SHOWN:
        drawing.aside(f"Only the newest {SHOWN:,} are drawn; the files have all.")
    _draw_exports(shown)


def _is_seen(event: Event) -> bool:
    person = identity.person()
    is_private = event.aspect == "view" and event.who != person.name
    return not is_private or ledgers.may(person, "view.change_other")


def _filtered(events: list[Event]) -> list[Event]:
    first, second, third = st.columns([2, 2, 3])
    people = (ALL, *sorted({one.who for one in events}))
    who = first.selectbox("Who", people, key=state.seeded("audit-who", ALL))
    kinds = second.multiselect(
        "What",
        keys("deed"),
        format_func=lambda one: label("deed", one),
        key=state.seeded("audit-kinds", []),
    )
    words = third.text_input("About, or words", key=state.seeded("audit-words", "")).casefold()
    return [
        one
        for one in events
        if who in {ALL, one.who}
        and (not kinds or one.kind in kinds)
        and (not words or words in _words(one))
    ]


def _words(event: Event) -> str:
    parts = (event.subject_id, event.report_id, event.note, event.reason, str(event.after))
    return " ".join(part for part in parts if part).casefold()


def _draw_exports(events: Iterable[Event]) -> None:
    in_order = sorted(events, key=lambda event: event.number)
    day = datetime.now(UTC).date()
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            "JSONL",
            lambda: ledgers.event_lines(in_order).encode(),
            f"ledger-{day}.jsonl",
            "application/jsonl",
        )
        st.download_button(
            "CSV", lambda: events_csv.table(in_order).encode(), f"ledger-{day}.csv", "text/csv"
        )
