"""Worst cases of the period, and advice that is due, as quotes that open where they stand."""

from dataclasses import dataclass

import pandas as pd

from dash_intel.query.changed_outlook import DUE_DAYS
from dash_intel.view import cells
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip
from dash_intel.view.outlook import STATUS_HUES
from dash_intel.view.quotes import Quote, quote, total
from dash_intel.view.scenario_chances import NO_PROBABILITY
from dash_intel.view.words import count, day
from dash_intel.vocab.areas import NAMED, Area, areas
from dash_intel.vocab.countries import macro_regions
from dash_intel.vocab.decisions import label
from dash_intel.vocab.likelihood import shown

WORST = "Worst cases"
DUE = "Advice that is due"
MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Told:
    """A quote, and facts beside its chips."""

    quote: Quote
    facts: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of quotes, one part of it; ``total`` counts all parts.

    ``ways`` are views of the page that has it all: a label, and what that page calls it.
    """

    title: str
    scope: str
    shown: tuple[Told, ...]
    total: int
    ways: tuple[tuple[str, str], ...] = ()


def worst_cases(found: pd.DataFrame) -> Listed:
    """Return the rows of ``query.changed_outlook.worst_cases``."""
    many = total(found)
    told = tuple(
        Told(
            quote(
                row,
                cells.text(row["scenario_id"]),
                flowing(cells.text(row["text"])),
                *(Chip(one) for one in _places(cells.texts(row["places"]))),
            ),
            _chance(row),
        )
        for row in cells.records(found)
    )
    scope = "Each as a report of the period tells it, also where another told it before."
    return Listed(
        count(many, "worst case") if many else WORST,
        scope if many else "No report of the period describes a worst case.",
        told,
        many,
    )


def due_advice(found: pd.DataFrame) -> Listed:
    """Return the rows of ``query.changed_outlook.due_advice``."""
    many = total(found)
    overdue = int(found["overdue"].iloc[0]) if many else 0
    soon = many - overdue
    said = [f"{overdue:,} overdue"] if overdue else []
    said += [f"{soon:,} due within {DUE_DAYS} days"] if soon else []
    return Listed(
        f"Advice: {', '.join(said)}" if said else DUE,
        "Open recommendations of the period's reports, the longest due first."
        if many
        else f"No open recommendation of the period's reports is overdue or due within {DUE_DAYS}"
        " days. Dates are set by people, on the page Recommendations.",
        tuple(_due(row) for row in cells.records(found)),
        many,
        (
            *(((f"All {overdue:,} overdue", "overdue"),) if overdue else ()),
            *(((f"All {soon:,} due within {DUE_DAYS} days", "due"),) if soon else ()),
            ("All recommendations", "all"),
        ),
    )


def _due(row: cells.Row) -> Told:
    status, due_on = cells.text(row["status"]), day(cells.day(row["due_on"]))
    pressing = Chip(f"Due {due_on}, overdue", "red") if row["is_overdue"] else Chip(f"Due {due_on}")
    standing = Chip(label("status", status), STATUS_HUES.get(status, "gray"))
    owner = cells.text(row["owner"])
    return Told(
        quote(
            row, cells.text(row["recommendation_id"]), cells.text(row["text"]), pressing, standing
        ),
        f"owner {owner}" if owner else "no owner",
    )


def _places(codes: tuple[str, ...]) -> tuple[str, ...]:
    names = tuple(_place(code) for code in codes)
    if len(names) <= MOST_PLACES:
        return names or ("No country named",)
    return (*names[: MOST_PLACES - 1], f"{len(names) - MOST_PLACES + 1} more")


def _place(code: str) -> str:
    if code.startswith(NAMED):
        found = macro_regions().get(code[1:])
        return found.name if found else code[1:].replace("_", " ").capitalize()
    return areas().get(Area("country", code), code)


def _chance(row: cells.Row) -> str:
    horizon = cells.day(row["horizon_on"])
    until = f"to {horizon:%Y-%m-%d}" if horizon else cells.text(row["horizon"])
    return " · ".join(part for part in (_likelihood(row), until) if part)


def _likelihood(row: cells.Row) -> str:
    if row["probability"] is not None:
        return f"{float(str(row['probability'])):.0%}, recorded by an analyst"
    basis, term = cells.text(row["basis"]), cells.text(row["term"])
    if basis == "stated":
        return shown(term)
    return term if basis == "number" else NO_PROBABILITY.lower()
