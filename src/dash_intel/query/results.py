"""Reports that a search finds among those that the filters choose, a page at a time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from dash_intel.query.chosen import days_of, rows
from dash_intel.query.filters import Filters
from dash_intel.query.search import SNIPPET_CHARACTERS
from dash_intel.query.search_words import question
from dash_intel.store import Database, Segment, Wanted

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

Order = Literal["relevance", "date"]
ORDERS: tuple[Order, ...] = ("relevance", "date")
PAGE = 20
MOST_LISTED = 10_000
"""Results that a file holds at most."""

FEW = 2_000
"""Up to so many reports the index is asked among them only; of more, it is asked for more hits."""

_GROWTH = 4
_MARKUP = re.compile(r"\*\*|^#{1,6} ", re.MULTILINE)
"""Of bold words and headings, which a piece of a text does not need."""


@dataclass(frozen=True, slots=True)
class Result:
    """How a report was found: pieces of its title and text, plain, hits marked.

    ``snippet`` is empty where no words were looked for, or none stands in the text.
    """

    title: tuple[Segment, ...]
    snippet: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """A page of results: how many there are on all pages, and each one's row and words.

    ``rows`` are in order: ``report_id``, ``title``, ``publisher``, ``published_on``, ``template``,
    ``flags`` and ``regions`` (lists; UN M49), ``marking``, ``opening``. ``order`` is the one used.
    """

    total: int
    order: Order
    rows: "pd.DataFrame"
    found: tuple[Result, ...]


def results(database: Database, filters: Filters, order: Order, page: int) -> Results:
    """Return a page of the reports that ``filters`` choose, counted from 1.

    In order of relevance where words are looked for, else the newest first, undated last.
    """
    wanted = _wanted(filters)
    used = order if wanted.is_ranked else "date"
    total, keys = _keys(database, filters, used, (page - 1) * PAGE, PAGE)
    found = _rows(database, filters, keys, has_text=wanted.is_ranked)
    words = tuple(
        _words(database, wanted, title, text)
        for title, text in zip(found["title"], found["text"], strict=True)
    )
    return Results(total, used, found.drop(columns=["report_key", "text"]), words)


def listing(database: Database, filters: Filters, order: Order) -> "pd.DataFrame":
    """Return the results of all pages, ``MOST_LISTED`` at most, with the columns of ``Results``."""
    used = order if _wanted(filters).is_ranked else "date"
    _, keys = _keys(database, filters, used, 0, MOST_LISTED)
    return _rows(database, filters, keys, has_text=False).drop(columns=["report_key", "text"])


def _wanted(filters: Filters) -> Wanted:
    return question(filters.text).wanted


def _words(database: Database, wanted: Wanted, title: str, text: str) -> Result:
    if not wanted.is_ranked:
        return Result((Segment(title, is_hit=False),), ())
    marked = database.index.snippet(wanted, title, 4 * len(title) + 1)
    snippet = database.index.snippet(wanted, _MARKUP.sub("", text), SNIPPET_CHARACTERS)
    return Result(marked or (Segment(title, is_hit=False),), snippet)


def _rows(
    database: Database, filters: Filters, keys: Sequence[int], *, has_text: bool
) -> "pd.DataFrame":
    found = rows(database, filters, "result_rows", keys=list(keys), has_text=has_text)
    found = found.set_index("report_key").reindex(list(keys)).reset_index()
    return found.assign(flags=found["flags"].map(list), regions=found["regions"].map(list))


def _keys(
    database: Database, filters: Filters, order: Order, left_out: int, at_most: int
) -> tuple[int, list[int]]:
    """Return how many reports there are, and the keys of a run of them in order."""
    if order == "relevance":
        return _ranked(database, filters, left_out, at_most)
    found = rows(database, filters, "chosen_newest", at_most=at_most, left_out=left_out)
    if found.empty and left_out:
        return len(rows(database, filters, "chosen_keys")), []
    total = int(found["total"].max()) if len(found) else 0
    return total, [int(key) for key in found["report_key"]]


def _ranked(
    database: Database, filters: Filters, left_out: int, at_most: int
) -> tuple[int, list[int]]:
    chosen = rows(database, filters, "chosen_keys")["report_key"].to_numpy(np.int32)
    wanted = _within(_wanted(filters), database, filters)
    last = left_out + at_most
    if len(chosen) <= FEW:
        among = [int(key) for key in chosen]
        matches = database.index.matches(wanted, at_most, left_out, among)
        return len(chosen), [match.key for match in matches.found]
    asked = last
    while True:
        matches = database.index.matches(wanted, asked)
        keys = np.array([match.key for match in matches.found], np.int32)
        kept = keys[np.isin(keys, chosen)]
        if len(kept) >= min(last, len(chosen)) or len(keys) >= matches.total:
            return len(chosen), [int(key) for key in kept[left_out:last]]
        asked = max(asked * _GROWTH, last * matches.total // len(chosen))


def _within(wanted: Wanted, database: Database, filters: Filters) -> Wanted:
    """Return the same in the period only, so that fewer hits are none of the chosen reports."""
    days = days_of(database, filters)
    if days is None:
        return wanted
    return replace(
        wanted,
        since=max(days.since, wanted.since or days.since),
        until=min(days.until, wanted.until or days.until),
    )
