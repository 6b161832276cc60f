"""The scenarios of reports: best, most likely and worst as cards, with what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip, Edge, HueName
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.resolvable import Element, Told, elements
from dash_intel.view.scenario_chances import Chance, chance, sums
from dash_intel.view.words import NOT_STATED, SCENARIO_KINDS, day, listed, named
from dash_intel.vocab.decisions import label

EDGES: Mapping[str, Edge] = MappingProxyType(
    {"best": "best", "most_likely": "likely", "worst": "worst", "unlabelled": "none"}
)

OUTCOME_HUES: Mapping[str, HueName] = MappingProxyType(
    {
        "due": "orange",
        "occurred": "violet",
        "partly_occurred": "violet",
        "did_not_occur": "blue",
        "ambiguous": "yellow",
    }
)

ORIGINS: Mapping[str, str] = MappingProxyType(
    {"outlook": "Of the outlook", "analysis": "Of the analysis"}
)
NOT_SEEN = "not_seen"
UNSETTLED = frozenset({"open", "due"})


@dataclass(frozen=True, slots=True)
class Card:
    """One scenario. ``facts`` are label and words; ``triggers`` are those of the report.

    ``signs`` are the triggers and indicators that an analyst added; ``marks`` say of those that
    were seen how far they have come. ``account`` says how it ended and on what evidence, empty
    while that is open. ``elements`` are what its outcome could be judged by.
    """

    scenario_id: str
    report_id: str
    kind: str
    origin: str
    edge: Edge
    label: str
    text: str
    chance: Chance
    state: Chip
    is_resolved: bool
    is_due: bool
    facts: tuple[tuple[str, str], ...]
    triggers: tuple[str, ...]
    signs: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]
    account: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class ScenarioSet:
    """The scenarios of one report: those of its outlook, then those of its analysis, best to worst.

    ``notes`` say what the stated probabilities come to, ``is_over`` whether that cannot be.
    """

    report_id: str
    title: str
    meta: str
    cards: tuple[Card, ...]
    notes: tuple[str, ...] = ()
    is_over: bool = False

    @property
    def parts(self) -> tuple[tuple[str, tuple[Card, ...]], ...]:
        """The cards of the outlook and of the analysis, each named where there are both."""
        found = [(origin, tuple(of_it)) for origin, of_it in groupby(self.cards, _origin)]
        names = ORIGINS if len(found) > 1 else {}
        return tuple((names.get(origin, ""), of_it) for origin, of_it in found)

    def card(self, scenario_id: str | None) -> Card | None:
        """Return the card of a scenario, None where it is none of these."""
        return next((one for one in self.cards if one.scenario_id == scenario_id), None)


def scenario_sets(found: pd.DataFrame) -> tuple[ScenarioSet, ...]:
    """Return the rows of ``query.scenario_sets.scenario_sets``, report by report."""
    order = list(SCENARIO_KINDS)
    parts = []
    for report_id, rows in groupby(cells.records(found), key=itemgetter("report_id")):
        of_it = sorted(
            rows,
            key=lambda row: (
                list(ORIGINS).index(cells.text(row["origin"])),
                order.index(cells.text(row["kind"])),
            ),
        )
        first = of_it[0]
        facts = (day(cells.day(first["published_on"])), cells.text(first["publisher"]))
        notes, is_over = sums(of_it)
        parts.append(
            ScenarioSet(
                cells.text(report_id),
                opening(cells.text(first["title"]), 9, TITLE),
                " · ".join(fact for fact in facts if fact),
                tuple(map(_card, of_it)),
                notes,
                is_over,
            )
        )
    return tuple(parts)


def due_first(found: ScenarioSet) -> ScenarioSet:
    """Return scenarios of a report with those that are due before the others of their part."""
    due = {card.origin for card in found.cards if card.is_due}
    cards = sorted(found.cards, key=lambda one: (one.origin not in due, one.origin, not one.is_due))
    return replace(found, cards=tuple(cards))


def state_chip(outcome: str, due: date | None) -> Chip:
    """Return the badge of how a scenario stands."""
    words = f"Due {due:%Y-%m-%d}" if outcome == "due" and due else label("outcome", outcome)
    return Chip(words, OUTCOME_HUES.get(outcome, "gray"))


def kind_label(row: cells.Row) -> str:
    """Return what a row of ``kind`` and ``label`` is called."""
    kind = cells.text(row["kind"])
    written = flowing(cells.text(row["label"])).strip(" :")
    return written if kind == "unlabelled" and written else named(kind, SCENARIO_KINDS)


def _card(row: cells.Row) -> Card:
    kind, outcome = cells.text(row["kind"]), cells.text(row["outcome"])
    due, written = cells.day(row["horizon_on"]), cells.text(row["horizon"])
    drivers, rests_on = listed(cells.texts(row["drivers"])), cells.text(row["rests_on"])
    triggers = cells.texts(row["triggers"])
    signs = (*cells.texts(row["own_triggers"]), *cells.texts(row["indicators"]))
    facts = (
        ("Rests on", rests_on),
        ("Horizon", f"To {due:%Y-%m-%d}" if due else written or NOT_STATED),
        ("Drivers", drivers),
    )
    return Card(
        scenario_id=cells.text(row["scenario_id"]),
        report_id=cells.text(row["report_id"]),
        kind=kind,
        origin=cells.text(row["origin"]),
        edge=EDGES.get(kind, "none"),
        label=kind_label(row),
        text=opening(flowing(cells.text(row["text"])), 9),
        chance=chance(row),
        state=state_chip(outcome, due),
        is_resolved=outcome not in UNSETTLED,
        is_due=outcome == "due",
        facts=tuple(fact for fact in facts if fact[1]),
        triggers=triggers,
        signs=tuple(dict.fromkeys(signs)),
        marks=tuple(
            (indicator, mark)
            for indicator, mark in zip(
                cells.texts(row["marked"]), cells.texts(row["marks"]), strict=True
            )
            if mark != NOT_SEEN
        ),
        account=_account(row),
        elements=elements(Told(cells.text(row["text"]), (*triggers, *signs), written, due)),
    )


def _origin(card: Card) -> str:
    return card.origin


def _account(row: cells.Row) -> str:
    on = cells.day(row["resolved_on"])
    said = (cells.text(row["evidence"]), cells.text(row["reason"]))
    parts = (f"On {on:%Y-%m-%d}" if on else "", *said)
    return ": ".join(part for part in parts if part)
