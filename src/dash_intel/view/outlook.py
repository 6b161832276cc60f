"""What reports expect and advise: cards of scenarios, and advice with where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip, Edge, HueName
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.quotes import Quote, quote, total
from dash_intel.view.words import (
    BASES,
    HORIZONS,
    NOT_STATED,
    SCENARIO_KINDS,
    count,
    day,
    listed,
    named,
)
from dash_intel.vocab.advice import instruments
from dash_intel.vocab.decisions import label
from dash_intel.vocab.likelihood import band
from dash_intel.vocab.likelihood import shown as worded

EDGES: Mapping[str, Edge] = MappingProxyType(
    {"best": "best", "most_likely": "likely", "worst": "worst", "unlabelled": "none"}
)

STATUS_HUES: Mapping[str, HueName] = MappingProxyType(
    {
        "new": "gray",
        "accepted": "blue",
        "in_progress": "violet",
        "partially_addressed": "yellow",
        "implemented": "green",
        "not_implemented": "gray",
    }
)

NO_PROBABILITY = "No probability stated"


@dataclass(frozen=True, slots=True)
class Card:
    """One scenario; ``chance`` is the likelihood in words and figures, ``basis`` what it rests on.

    ``band`` are its figures as shares, None without a probability; ``basis`` is empty where
    nothing was said. ``facts`` are label and words.
    """

    scenario_id: str
    report_id: str
    edge: Edge
    label: str
    text: str
    chance: str
    basis: str
    band: tuple[float, float] | None
    state: Chip
    facts: tuple[tuple[str, str], ...]
    triggers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Futures:
    """The scenarios of one report, best to worst."""

    report_id: str
    title: str
    meta: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice; ``number`` of reports give it, which ``group`` names."""

    quote: Quote
    group: str
    number: int
    facts: str


def futures(found: pd.DataFrame) -> tuple[Futures, ...]:
    """Return the rows of ``query.outlook.scenarios``, report by report."""
    order = list(SCENARIO_KINDS)
    parts = []
    for report_id, rows in groupby(cells.records(found), key=itemgetter("report_id")):
        of_it = sorted(rows, key=lambda row: order.index(cells.text(row["kind"])))
        first = of_it[0]
        facts = (day(cells.day(first["published_on"])), cells.text(first["publisher"]))
        parts.append(
            Futures(
                cells.text(report_id),
                opening(cells.text(first["title"]), 9, TITLE),
                " · ".join(fact for fact in facts if fact),
                tuple(map(_card, of_it)),
            )
        )
    return tuple(parts)


def advice(found: pd.DataFrame) -> tuple[Advice, ...]:
    """Return the rows of ``query.outlook.advice``."""
    return tuple(
        Advice(
            quote(
                row, cells.text(row["recommendation_id"]), cells.text(row["text"]), *_stands(row)
            ),
            cells.text(row["group_key"]),
            cells.number(row["units"]),
            _facts(row),
        )
        for row in cells.records(found)
    )


def advice_scope(found: pd.DataFrame) -> str:
    """Return how much advice there is in all parts, and how much of it differs."""
    given = int(found["all_recommendations"].iloc[0]) if len(found) else 0
    different = total(found)
    if given == different:
        return f"{count(given, 'recommendation')}, the newest first."
    return (
        f"{count(given, 'recommendation')}, {different:,} of them different, the newest first;"
        " the same advice stands once, in its newest words."
    )


def _card(row: Mapping[str, object]) -> Card:
    kind = cells.text(row["kind"])
    written = flowing(cells.text(row["label"])).strip(" :")
    outcome = cells.text(row["outcome"])
    due = cells.day(row["horizon_on"])
    horizon = f"To {due:%Y-%m-%d}" if due else cells.text(row["horizon"]) or NOT_STATED
    drivers = listed(cells.texts(row["drivers"]))
    return Card(
        cells.text(row["scenario_id"]),
        cells.text(row["report_id"]),
        EDGES.get(kind, "none"),
        written if kind == "unlabelled" and written else named(kind, SCENARIO_KINDS),
        opening(flowing(cells.text(row["text"])), 9),
        *_chance(row),
        Chip(
            f"Due {due:%Y-%m-%d}" if outcome == "due" and due else label("outcome", outcome),
            "orange" if outcome == "due" else "gray",
        ),
        (("Horizon", horizon), *((("Drivers", drivers),) if drivers else ())),
        cells.texts(row["triggers"]),
    )


def _chance(row: Mapping[str, object]) -> tuple[str, str, tuple[float, float] | None]:
    recorded, term = row["probability"], cells.text(row["likelihood_term"])
    if recorded is not None:
        share = float(str(recorded))
        return f"{share:.0%}", "recorded by an analyst", (share, share)
    basis = cells.text(row["likelihood_basis"])
    if not basis:
        return NO_PROBABILITY, "", None
    if basis == "corrected":
        return (worded(term) if term else NO_PROBABILITY), "corrected by an analyst", band(term)
    if basis == "stated":
        figures = band(term)
        return worded(term), "stated in the report", figures
    if basis != "number" or row["likelihood_low"] is None or row["likelihood_high"] is None:
        return NO_PROBABILITY, f"“{term}”: {named(basis, BASES)}", None
    low, high = (float(str(row[f"likelihood_{end}"])) for end in ("low", "high"))
    said = term if low == high else f"{term} ({low * 100:.0f}–{high * 100:.0f}%)"
    return said, "a figure of the report", (low, high)


def _stands(row: Mapping[str, object]) -> tuple[Chip, ...]:
    status = cells.text(row["status"])
    chips = [Chip(label("status", status), STATUS_HUES.get(status, "gray"))]
    due = cells.day(row["due_on"])
    if row["is_overdue"] and due:
        chips.append(Chip(f"Overdue since {due:%Y-%m-%d}", "red"))
    elif due:
        chips.append(Chip(f"Due {due:%Y-%m-%d}"))
    return tuple(chips)


def _facts(row: Mapping[str, object]) -> str:
    instrument = cells.text(row["instrument"])
    horizon = cells.text(row["horizon"])
    addressee, owner = cells.text(row["addressee"]), cells.text(row["owner"])
    facts = (
        instruments().get(instrument, instrument),
        named(horizon, HORIZONS) if horizon else "",
        f"to {addressee}" if addressee else "",
        f"owner {owner}" if owner else "",
    )
    return " · ".join(fact for fact in facts if fact)
