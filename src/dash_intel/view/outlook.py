"""What reports advise, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.item import Chip, HueName
from dash_intel.view.quotes import Quote, quote, total
from dash_intel.view.words import HORIZONS, count, named
from dash_intel.vocab.advice import instruments
from dash_intel.vocab.decisions import label

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


@dataclass(frozen=True, slots=True)
class Advice:
    """A piece of advice; ``number`` of reports give it, which ``group`` names."""

    quote: Quote
    group: str
    number: int
    facts: str


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


def _stands(row: Mapping[str, object]) -> tuple[Chip, ...]:
    status = cells.text(row["status"])
    chips = [Chip(label("status", status), STATUS_HUES.get(status, "gray"))]
    due = cells.day(row["due_on"])
    if row["is_overdue"] and due:
        chips.append(Chip(f"Due {due:%Y-%m-%d}, overdue", "red"))
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
