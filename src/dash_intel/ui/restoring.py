"""The builds that are kept, and making another of them the current one."""

import streamlit as st

from dash_intel import store
from dash_intel.settings import database_directory
from dash_intel.store import Kept
from dash_intel.ui import asking, data, rereading, state, writing
from dash_intel.ui import draw as drawing
from dash_intel.view.builds import Going, build_table, going, gone, steps
from dash_intel.view.literal import literal

SCOPE = "Every load makes a new build; the last three are kept, and one can go back to each."


def draw() -> None:
    """Draw the builds and the ways between them."""
    kept = _kept()
    drawing.part("Builds", SCOPE)
    drawing.table(build_table(kept))
    rereading.draw_outdated()
    _draw_ways(kept)


def draw_ways_out() -> None:
    """Draw the ways from a build that cannot be read to others that can, where there are any."""
    kept = _kept()
    if steps(kept):
        drawing.part("Earlier builds", "These can be read; nothing is removed.")
        _draw_ways(kept)


def _kept() -> tuple[Kept, ...]:
    return data.again(lambda: store.builds(database_directory()))


def _draw_ways(kept: tuple[Kept, ...]) -> None:
    ways = {f"{way.number}": way for way in steps(kept)}
    if ways:
        with st.container(horizontal=True, gap="medium"):
            for number, way in ways.items():
                st.button(
                    f"{way.label}…", type="tertiary", on_click=state.ask, args=("build", number)
                )
    chosen = state.asked("build")
    if chosen in ways:
        _ask(kept, ways[chosen].number)


def _ask(kept: tuple[Kept, ...], number: int) -> None:
    lacking = data.again(lambda: store.lacking(database_directory(), number))
    view = going(kept, number, lacking)
    asking.draw(view.title, lambda: _draw_question(view, number))


def _draw_question(view: Going, number: int) -> None:
    st.markdown(literal(view.facts))
    st.markdown(literal(view.lacks))
    if view.titles:
        st.markdown("\n".join(f"- {literal(title)}" for title in view.titles))
    if view.left_out:
        drawing.aside(f"and {view.left_out:,} more")
    drawing.aside(view.note)
    with st.container(horizontal=True, gap="small"):
        is_sure = st.button(view.button, type="primary")
        if st.button("Cancel", type="tertiary"):
            asking.end()
    if is_sure:
        _go(number)


def _go(number: int) -> None:
    done = writing.attempt(
        "Changing the build", lambda wait: store.rollback(database_directory(), number, wait)
    )
    if done:
        state.keep_outcome(state.Outcome("Changed", gone(done)))
        asking.end()
