"""Lists that are shown part by part; which part stands in the address."""

import hashlib
import math
from collections.abc import Callable, Sequence
from typing import TypeVar

import pandas as pd
import streamlit as st

from dash_intel.query.regions import Part
from dash_intel.ui.state import page

T = TypeVar("T")

MOST_DIGITS = 6


def asked(name: str, size: int, ask: Callable[[Part], pd.DataFrame]) -> pd.DataFrame:
    """Return the part of a list that the address names, the first where it has no such part."""
    wanted = part(name, size)
    found = ask(wanted)
    return ask(Part(size)) if found.empty and wanted.skipped else found


def part(name: str, size: int) -> Part:
    """Return the part of a list that the address names, the first where it names none."""
    return Part(size, (_at(name) - 1) * size)


def cut(name: str, size: int, rows: Sequence[T]) -> tuple[T, ...]:
    """Return the part of ``rows`` that the address names, the first where it has no such part."""
    skipped = (_at(name) - 1) * size
    return tuple(rows[skipped : skipped + size] or rows[:size])


def draw(name: str, size: int, total: int, about: object) -> None:
    """Draw the way to the other parts; nothing where there are none.

    A list that is ``about`` something else begins anew.
    """
    pages, shown = math.ceil(total / size), _at(name)
    if page.settle(name, about) and 1 < shown <= pages:
        st.rerun()
    if pages < 2:
        return
    at = _at(name)
    asked_of = hashlib.sha256(repr((total, about)).encode()).hexdigest()[:12]
    key = f"pages-{name}-{asked_of}"
    st.pagination(
        pages,
        default=at if at <= pages else 1,
        max_visible_pages=5,
        key=key,
        on_change=page.take_page,
        args=(name, key),
    )


def _at(name: str) -> int:
    written = page.named(name) or ""
    is_number = written.isascii() and written.isdigit() and len(written) <= MOST_DIGITS
    return max(1, int(written)) if is_number else 1
