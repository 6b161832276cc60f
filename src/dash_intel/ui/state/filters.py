"""The filters of a session, and the address that says them.

The session's filters are what every page shows. An address that names any filter replaces them,
one that names none is completed: so a link, a reload and a change of page all show the same.
"""

from collections.abc import Mapping

import streamlit as st

from dash_intel.query.filters import KEYS, Filters, Unknown, from_url

_FILTERS = "filters"
_WIDGET = "filter-"


def read_address() -> tuple[Unknown, ...]:
    """Take over the filters that the address names; return the values that are none."""
    named = {key: st.query_params.get_all(key) for key in KEYS.values() if key in st.query_params}
    kept: Filters | None = st.session_state.get(_FILTERS)
    dropped: tuple[Unknown, ...] = ()
    if named or kept is None:
        kept, dropped = from_url(named)
    _show(kept)
    return dropped


def filters() -> Filters:
    """Return the filters that this run shows."""
    found: Filters = st.session_state.setdefault(_FILTERS, Filters())
    return found


def apply(wanted: Filters) -> None:
    """Show what ``wanted`` chooses from the next run on; for callbacks."""
    _show(wanted)


def link(wanted: Filters, **local: str) -> Mapping[str, list[str] | str]:
    """Return the parts of an address that shows ``wanted``, and what a page names itself."""
    return {**wanted.to_url(), **local}


def shown(name: str, value: object) -> str:
    """Return the key of the widget of one filter, set to ``value`` before it is made."""
    st.session_state[_WIDGET + name] = value
    return _WIDGET + name


def entered(name: str) -> object:
    """Return what stands in the widget of one filter."""
    return st.session_state.get(_WIDGET + name)


def _show(wanted: Filters) -> None:
    st.session_state[_FILTERS] = wanted
    written = wanted.to_url()
    for key in KEYS.values():
        if key in written:
            if st.query_params.get_all(key) != written[key]:
                st.query_params[key] = written[key]
        elif key in st.query_params:
            del st.query_params[key]
