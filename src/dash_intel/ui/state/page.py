"""What one page shows of itself, kept in the address: a tab, a unit of time, a chosen cell."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dash_intel.query.filters import KEYS, Unknown
from dash_intel.ui.running import once

LONGEST = 1_200
_UNKNOWN = "choices that are none"


def shown(name: str, allowed: Sequence[str]) -> str:
    """Return what the address says of ``name``, the first that is allowed where it says none.

    What it says and is not allowed is kept for ``unknown``.
    """
    found = st.query_params.get(name, "")
    if found in allowed:
        return found
    if found:
        once(_UNKNOWN, dict[str, str])[name] = found
    return allowed[0]


def unknown() -> tuple[Unknown, ...]:
    """Return the choices that the address names, that were looked for in this run and are none."""
    return tuple(Unknown(*one) for one in once(_UNKNOWN, dict[str, str]).items())


def named(name: str) -> str | None:
    """Return what the address says of ``name``, whatever it is; None where it says nothing."""
    found = st.query_params.get(name, "")
    return found if 0 < len(found) <= LONGEST else None


def show(name: str, value: str | None) -> None:
    """Have the address say ``value`` of ``name``, nothing where that is None; for callbacks."""
    if value is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value


def local() -> Mapping[str, tuple[str, ...]]:
    """Return all that the address says and that is no filter."""
    keys = st.query_params.keys() - set(KEYS.values())
    return {key: tuple(st.query_params.get_all(key)) for key in sorted(keys)}


def restore(wanted: Mapping[str, tuple[str, ...]]) -> None:
    """Have the address say ``wanted`` beside the filters, and nothing else."""
    for key in st.query_params.keys() - set(KEYS.values()) - wanted.keys():
        del st.query_params[key]
    for key, values in wanted.items():
        st.query_params[key] = list(values)


def number(name: str) -> int:
    """Return the number that the address says of ``name``, counted from 1; 1 where it is none."""
    found = st.query_params.get(name, "")
    return max(1, int(found)) if found.isascii() and found.isdigit() and len(found) < 10 else 1


def settle(name: str, about: object) -> bool:
    """Let go of what the address still says of ``name`` of a run that was ``about`` another thing.

    What comes with the new thing, as in a link, stays. Tell whether anything was let go of.
    """
    kept, said = f"about-{name}", named(name)
    before = st.session_state.get(kept)
    is_stale = said is not None and before is not None and before[0] != about and before[1] == said
    if is_stale:
        show(name, None)
    st.session_state[kept] = (about, None if is_stale else said)
    return is_stale


def choice(name: str, value: object) -> str:
    """Return the key of the widget of ``name``, set to ``value`` before it is made."""
    key = f"page-{name}"
    st.session_state[key] = value
    return key


def take_choice(name: str, told_as: str | None = None) -> None:
    """Have the address say what was chosen in the widget of ``name``; for callbacks.

    ``told_as`` is the address's name for it where that is another.
    """
    found = st.session_state.get(f"page-{name}")
    show(told_as or name, str(found) if found else None)


def entered(name: str) -> object:
    """Return what stands in the widget of ``name``; for callbacks."""
    return st.session_state.get(f"page-{name}")


def take_page(name: str, pager: str) -> None:
    """Have the address say of ``name`` to which page a pagination is turned; for callbacks."""
    show(name, str(turned(pager)))


def marked(chart: str) -> str | None:
    """Return the key of the mark that was clicked in the chart of this key; for callbacks."""
    points = (st.session_state.get(chart) or {}).get("selection", {}).get("points", [])
    found = points[0].get("customdata") if points else None
    first = found[0] if isinstance(found, list | tuple) and found else found
    return str(first) if first not in {None, ""} else None


def chosen_row(table: str) -> int | None:
    """Return the row of the cell that was clicked in the table of this key; for callbacks."""
    cells = (st.session_state.get(table) or {}).get("selection", {}).get("cells", [])
    return int(cells[0][0]) if cells else None


def chosen_column(table: str) -> str | None:
    """Return the name of the column of the cell that was clicked; for callbacks."""
    cells = (st.session_state.get(table) or {}).get("selection", {}).get("cells", [])
    return str(cells[0][1]) if cells else None


def turned(pager: str) -> int:
    """Return the page that the pagination of this key is turned to, the first where to none."""
    found = st.session_state.get(pager)
    return found if isinstance(found, int) and found > 0 else 1


def take_turn(pager: str, name: str) -> None:
    """Have the address say of ``name`` what the pagination of this key is turned to."""
    show(name, str(turned(pager)))


def held(key: str) -> Any:
    """Return what a widget of this key holds, None where none was drawn in the last run."""
    return st.session_state.get(key)


def kept(name: str) -> object:
    """Return what the session keeps of this name, None where it keeps nothing."""
    return st.session_state.get(f"kept-{name}")


def keep(name: str, value: object) -> None:
    """Have the session keep something under this name, nothing where that is None."""
    if value is None:
        st.session_state.pop(f"kept-{name}", None)
    else:
        st.session_state[f"kept-{name}"] = value
