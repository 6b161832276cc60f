"""One scenario: its card, the ways to decide about it, and what was decided."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

import streamlit as st

from dash_intel.errors import LedgerError, SettingError
from dash_intel.model.ledger import Event
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.scenario_sets import Sought, scenario_sets
from dash_intel.ui import data, draw, scenario_cards, scenario_editing, scenario_signs, state
from dash_intel.ui.scenario_links import WAY, close_one, open_one
from dash_intel.ui.state import page
from dash_intel.view import scenario_sets as views
from dash_intel.view.decisions import history_table
from dash_intel.view.literal import literal
from dash_intel.view.resolvable import QUESTIONS, Element
from dash_intel.view.scenario_sets import Card, ScenarioSet


def draw_one(filters: Filters, scenario_id: str) -> bool:
    """Draw one scenario; False where it is none of what is looked at, which is said."""
    today = datetime.now(UTC).date()
    rows = data.chosen(scenario_sets, filters, today, Part(1), Sought(scenario=scenario_id))
    found = next(iter(views.scenario_sets(rows)), None)
    card = found.card(scenario_id) if found else None
    if found is None or card is None:
        draw.aside("The scenario that the link names is not in what is looked at.")
        return False
    st.button("← All scenarios", key="scenario-close", type="tertiary", on_click=close_one)
    scenario_cards.draw_head(found)
    left, right = st.columns([1, 1.9], gap="medium")
    with left:
        scenario_cards.draw_card(card, "one", _nothing)
    with right:
        events = _draw_deciding(card)
    _draw_elements(card.elements)
    draw.part("Signposts", "Triggers and indicators, and how far each has come.")
    scenario_signs.draw_board(filters, scenario_id)
    _draw_history(events, card.triggers)
    _draw_others(found, card)
    return True


def _draw_deciding(card: Card) -> tuple[Event, ...]:
    """Draw the forms, or why there are none; return what was decided so far."""
    try:
        events = data.ledger().history([card.scenario_id]) if data.decisions().has_any else ()
        _draw_forms(card, events)
    except (LedgerError, SettingError) as error:
        draw.failure(str(error))
        return ()
    return events


def _draw_forms(card: Card, events: tuple[Event, ...]) -> None:
    if not scenario_editing.may_decide():
        draw.aside("You may read what was decided; deciding takes the role analyst.")
        return
    ways: Mapping[str, str] = MappingProxyType(
        {
            "plan": "What is expected",
            "end": "Outcome" if card.is_resolved else "Record outcome",
        }
    )
    way = page.shown(WAY, tuple(ways))
    st.segmented_control(
        "What to decide",
        list(ways),
        format_func=ways.__getitem__,
        key=page.choice(WAY, way),
        on_change=page.take_choice,
        args=(WAY,),
        label_visibility="collapsed",
        required=True,
    )
    refusal = state.take_refusal()
    if refusal:
        draw.failure(refusal)
    if way == "plan" and card.is_resolved:
        draw.aside("It is resolved: reopen it first to change what is expected.")
    form = scenario_editing.draw_plan if way == "plan" else scenario_editing.draw_end
    form(card, events)


def _draw_elements(found: tuple[Element, ...]) -> None:
    draw.part(
        "Could its outcome be judged?",
        "Read from words alone: what is not found may be said in other words, and what is found"
        " need not be enough.",
    )
    for column, one in zip(st.columns(len(found)), found, strict=True):
        with column, st.container(gap="xxsmall"):
            draw.aside(QUESTIONS[one.name])
            if one.words:
                said = ", ".join(f"“{word}”" for word in one.words)
                st.markdown(f"**{literal(one.name.capitalize())}** {literal(said)}")
                draw.aside(one.where)
            else:
                st.markdown(f":orange-badge[No {one.name} found]")


def _draw_history(events: tuple[Event, ...], triggers: tuple[str, ...]) -> None:
    draw.part("History")
    if events:
        draw.table(history_table(events, triggers), "scenario-history")
    else:
        draw.aside("Nothing was decided about this yet.")


def _draw_others(found: ScenarioSet, card: Card) -> None:
    others = tuple(one for one in found.cards if one.scenario_id != card.scenario_id)
    if others:
        draw.part("The other scenarios of this report")
        scenario_cards.draw_cards(others, "other", tools=_draw_way_to)


def _draw_way_to(card: Card, key: str) -> None:
    st.button(
        "Look at this one",
        key=f"to-{key}",
        type="tertiary",
        on_click=open_one,
        args=(card.scenario_id,),
    )


def _nothing(_card: Card, _key: str) -> None:
    """Draw no way to change a scenario beside its forms."""
