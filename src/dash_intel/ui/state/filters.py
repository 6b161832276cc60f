"""The filters of a session, and the address that says them.

The session's filters are what every page shows. An address that names any filter replaces them,
one that names none is completed: so a link, a reload and a change of page all show the same.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dash_intel.query.filters import KEYS, Filters, Unknown, from_url

_FILTERS = "filters"
_WIDGET = "filter-"
_UNKNOWN = "unknown_values"
_PAGE = "filtered_page"


def read_address(page: str) -> None:
    """Take over the filters that the address of a page names, and keep what of it is none."""
    named = {key: st.query_params.get_all(key) for key in KEYS.values() if key in st.query_params}
    kept: Filters | None = st.session_state.get(_FILTERS)
    if st.session_state.get(_PAGE) != page:
        st.session_state[_PAGE] = page
        st.session_state.pop(_UNKNOWN, None)
    if named or kept is None:
        kept, dropped = from_url(named)
        keep_unknown(dropped)
    _show(kept)


def keep_unknown(dropped: tuple[Unknown, ...]) -> None:
    """Keep values that nobody knows; this page tells of them until filters are changed."""
    st.session_state[_UNKNOWN] = tuple(dict.fromkeys((*unknown(), *dropped)))


def unknown() -> tuple[Unknown, ...]:
    """Return the values that nobody knows and that the page has to tell of."""
    found: tuple[Unknown, ...] = st.session_state.get(_UNKNOWN, ())
    return found


def filters() -> Filters:
    """Return the filters that this run shows."""
    found: Filters = st.session_state.setdefault(_FILTERS, Filters())
    return found


def apply(wanted: Filters) -> None:
    """Show what ``wanted`` chooses from the next run on; for callbacks."""
    st.session_state.pop(_UNKNOWN, None)
    _show(wanted)


def correct(wanted: Filters) -> None:
    """Show what ``wanted`` chooses in this run already; before any widget is made."""
    _show(wanted)


def link(wanted: Filters, **local: str) -> Mapping[str, list[str] | str]:
    """Return the parts of an address that shows ``wanted``, and what a page names itself."""
    return {**wanted.to_url(), **local}


def shown(name: str, value: object) -> str:
    """Return the key of the widget of one filter, set to ``value`` before it is made."""
    st.session_state[_WIDGET + name] = value
    return _WIDGET + name


def entered(name: str) -> Any:
    """Return what stands in the widget of one filter, None where there is no such widget."""
    return st.session_state.get(_WIDGET + name)


def was_ever(name: str, *, now: bool) -> bool:
    """Tell whether something is so now, or was in this session."""
    key = f"was-{name}"
    st.session_state[key] = now or st.session_state.get(key, False)
    found: bool = st.session_state[key]
    return found


def _show(wanted: Filters) -> None:
    st.session_state[_FILTERS] = wanted
    written = wanted.to_url()
    for key in KEYS.values():
        if key in written:
            if st.query_params.get_all(key) != written[key]:
                st.query_params[key] = written[key]
        elif key in st.query_params:
            del st.query_params[key]
