"""Judgements that changed: what is called likelier or less likely than before, both quoted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from dash_intel.query.changed_judgements import MOST_COMPARED, Moved
from dash_intel.view import cells
from dash_intel.view.evidence import EvidenceItem, LikelihoodView, evidence_item
from dash_intel.view.literal import literal
from dash_intel.view.risk_findings import number_word
from dash_intel.view.words import count, listed
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.categories import category_label

SHOWN = 3
MOST_NAMED = 3
NOTHING = "No wording moved"
METHOD = (
    "Of every country and category of risk, the {most} newest sentences that say how likely"
    " something is are compared (not those whose clauses state several likelihoods: which of them"
    " moved cannot be told), each with those of earlier days: the newest that says much the"
    " same, of the same countries, is the one before it. Ladder: almost no chance, very unlikely,"
    " unlikely, roughly even, likely, very likely, almost certain; a figure stands on the rung of"
    " its band. A hedge (may, could) stands below roughly even and what is above it; whether it"
    " says more than unlikely, nobody can tell, so that is left out."
)


@dataclass(frozen=True, slots=True)
class JudgementChange:
    """A statement and the one before it; ``words`` is Markdown that names from what to what."""

    is_stronger: bool
    subject: str
    category: str
    words: str
    later: EvidenceItem
    earlier: EvidenceItem


def page_count(moves: Sequence[Moved]) -> int:
    """Return on how many pages changes stand, at least one."""
    return max(1, -(-len(moves) // SHOWN))


def page_of(moves: Sequence[Moved], page: int) -> Sequence[Moved]:
    """Return the changes of a page, the last where there are fewer."""
    at = min(max(1, page), page_count(moves))
    return moves[(at - 1) * SHOWN : at * SHOWN]


def title(moves: Sequence[Moved]) -> str:
    """Return on how many countries wording moved, or on which where it is one."""
    found = {country for move in moves for country in move.countries}
    if not found:
        return NOTHING
    if len(found) == 1:
        return f"Wording moved on {_country(next(iter(found)))}"
    return f"Wording moved on {number_word(len(found))} countries"


def scope(moves: Sequence[Moved]) -> str:
    """Return how many changes there are, of which kind, and what is compared."""
    if not moves:
        return (
            "Nothing is called likelier or less likely than the last time that the same was said"
            f" of the same country. {_compared()}"
        )
    stronger = sum(move.is_stronger for move in moves)
    parts = (
        f"▲ {stronger:,} called likelier" if stronger else "",
        f"▼ {len(moves) - stronger:,} less likely" if stronger < len(moves) else "",
    )
    said = ", ".join(part for part in parts if part)
    return f"{count(len(moves), 'change')}, newest first: {said}. {_compared()}"


def method() -> str:
    """Return how changes are found."""
    return METHOD.format(most=MOST_COMPARED)


def judgement_changes(
    moves: Sequence[Moved], sentences: pd.DataFrame
) -> tuple[JudgementChange, ...]:
    """Return changes; ``sentences`` are the rows of the later and the earlier of each in turn."""
    items = [evidence_item(row) for row in cells.records(sentences)]
    return tuple(
        JudgementChange(
            move.is_stronger,
            listed(tuple(_several(move.countries, _country))),
            listed(tuple(_several(move.categories, category_label))).lower(),
            f"{_rung(earlier.likelihood)} → **{_rung(later.likelihood)}**",
            later,
            earlier,
        )
        for move, later, earlier in zip(moves, items[::2], items[1::2], strict=True)
    )


def _several(keys: Sequence[str], named: Callable[[str], str]) -> list[str]:
    names = [named(key) for key in keys]
    if len(names) <= MOST_NAMED:
        return names
    return [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} others"]


def _compared() -> str:
    return f"Compared: the {MOST_COMPARED} newest statements of each country and category."


def _country(code: str) -> str:
    return areas().get(Area("country", code), code)


def _rung(likelihood: LikelihoodView) -> str:
    figures = f" {likelihood.figures}" if likelihood.figures else ""
    return literal(f"{likelihood.word}{figures}")
