"""A question before something is done: a dialog that stays open until it is answered."""

from collections.abc import Callable

import streamlit as st

from dash_intel.ui import state


def draw(title: str, body: Callable[[], None]) -> None:
    """Draw a question in a dialog; closing the dialog drops it."""

    @st.dialog(title, width="medium", on_dismiss=state.drop_question)
    def question() -> None:
        theme = "dark" if st.context.theme.type == "dark" else "light"
        with st.container(key=f"dialog-{theme}"):
            body()

    question()


def end() -> None:
    """Close the dialog, and run the page again."""
    state.drop_question()
    st.rerun()
