"""Loose ends among advice and risks, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip
from dash_intel.view.quotes import Quote, quote, total
from dash_intel.view.words import count, listed
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.impact import impact_levels

Loose = Literal["untied", "unanswered", "opposed"]

LOOSE: Mapping[Loose, str] = MappingProxyType(
    {
        "untied": "Advice tied to no risk",
        "unanswered": "Risks without advice",
        "opposed": "Opposed advice",
    }
)
LOOSE_METHOD = (
    "Reports rarely say which risk their advice answers. Advice counts as tied to a risk where"
    " somebody linked the two here, or where its own report states a risk on a country that the"
    " advice is about; where either is about no country, any of the report will do. So a tie says"
    " that the two stand together, not that the advice is enough. Opposed advice begins with"
    " opposed verbs, or with the same and a “not”, goes on almost alike, and is about the same"
    " country. Advice that is opposed in other words, such as to close something and to keep it"
    " open, is not found."
)
_NOTHING: Mapping[Loose, str] = MappingProxyType(
    {
        "untied": "All advice is tied to a risk that its report states.",
        "unanswered": "Every risk that is stated has advice on its country beside it.",
        "opposed": (
            "No pair was found that begins with opposed verbs and goes on almost alike. Others may"
            " contradict each other in other words."
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two pieces of advice that contradict each other, by id, and what is said of both."""

    one_id: str
    other_id: str
    facts: str


def loose_scope(which: Loose, found: pd.DataFrame) -> str:
    """Return how many loose ends of a kind there are, and in which order they stand."""
    number = total(found)
    if not number:
        return _NOTHING[which]
    if which == "untied":
        return f"{count(number, 'recommendation')}, the newest first."
    if which == "unanswered":
        return f"{count(number, 'risk sentence')}, those of the highest impact first."
    return f"{count(number, 'pair')}, the most alike first."


def unanswered(found: pd.DataFrame) -> tuple[tuple[Quote, str], ...]:
    """Return risks without advice, each with what its report advises at all."""
    return tuple(_risk(row) for row in cells.records(found))


def opposed(found: pd.DataFrame) -> tuple[Opposed, ...]:
    """Return pairs of advice that contradict each other."""
    return tuple(
        Opposed(cells.text(row["one_id"]), cells.text(row["other_id"]), _both(row))
        for row in cells.records(found)
    )


def _risk(row: cells.Row) -> tuple[Quote, str]:
    level = cells.number(row["impact_level"])
    chip = (
        Chip(f"Impact {level} {impact_levels()[level].label}", "orange")
        if level
        else Chip("No impact stated")
    )
    shown = quote(row, cells.text(row["risk_id"]), flowing(cells.text(row["text"])), chip)
    return shown, "" if row["has_advice"] else "Its report gives no advice at all."


def _both(row: cells.Row) -> str:
    names = tuple(areas().get(Area("country", one), one) for one in cells.texts(row["countries"]))
    return f"{listed(names)} · {float(str(row['similarity'])):.0%} alike but for the verb"
