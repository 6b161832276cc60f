"""Sentences of reports, and reports, as they stand behind a number or in a list."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dash_intel.query.filters import Unit
from dash_intel.view import cells
from dash_intel.view.item import Chip
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.words import count, day

LONGEST = 320
SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report and where they stand; ``text`` is empty where the whole report is meant.

    ``item_id`` is what to open in the report, empty for its beginning.
    """

    report_id: str
    item_id: str
    text: str
    title: str
    meta: str
    chips: tuple[Chip, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotes:
    """One part of a list of quotes; ``total`` counts those of all parts."""

    shown: tuple[Quote, ...]
    total: int


def quote(row: Mapping[str, object], item_id: str, text: str, *chips: Chip) -> Quote:
    """Return a quote of a row of ``report_id``, ``title``, ``publisher``, ``published_on``."""
    facts = (day(cells.day(row["published_on"])), cells.text(row["publisher"]))
    return Quote(
        cells.text(row["report_id"]),
        item_id,
        opening(text, SENTENCES, LONGEST),
        opening(cells.text(row["title"]), 9, TITLE),
        " · ".join(fact for fact in facts if fact),
        chips,
    )


def judgements(found: pd.DataFrame) -> Quotes:
    """Return the rows of ``query.judgements.judgements``, each with the confidence it states."""
    shown = tuple(
        quote(row, "bluf", cells.text(row["bluf"]), _confidence(cells.text(row["confidence"])))
        for row in cells.records(found)
    )
    return Quotes(shown, total(found))


def behind(found: pd.DataFrame) -> Quotes:
    """Return the rows of ``query.regions.behind``."""
    shown = tuple(
        quote(row, cells.text(row["item_id"]), cells.text(row["text"]))
        for row in cells.records(found)
    )
    return Quotes(shown, total(found))


def behind_scope(found: pd.DataFrame, unit: Unit) -> str:
    """Return how much is behind a number: in ``unit`` as the number counts, and as it is listed."""
    if found.empty:
        return "Nothing is behind this number any more: the filters changed."
    row = next(cells.records(found))
    units, reports = cells.number(row["units"]), cells.number(row["reports"])
    listed, said = cells.number(row["total"]), [count(units, unit.removesuffix("s"))]
    if unit == "events":
        said.append(f"told in {count(reports, 'report')}")
    if listed != reports:
        said.append(f"{count(listed, 'sentence')}")
    return f"{', '.join(said)}, the newest first."


def total(found: pd.DataFrame) -> int:
    """Return how many rows all parts of a list have together."""
    return int(found["total"].iloc[0]) if len(found) else 0


def _confidence(stated: str) -> Chip:
    return Chip(f"Confidence: {stated}" if stated else "Confidence not stated")
