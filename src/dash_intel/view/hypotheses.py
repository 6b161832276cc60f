"""Competing hypotheses of reports, each report's beside each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from dash_intel.query.hypotheses import Competing, Stance
from dash_intel.view import cells
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.words import ASSUMPTION_KINDS, count, day

STANCES: Mapping[Stance, str] = MappingProxyType(
    {"all": "All", "stated": "Preference stated", "open": "Not stated"}
)
ALONE = "Only one hypothesis was read in this report, so there is nothing to compare it with."
GAPS = "Declared gaps"

_PREFERRED = Chip("Preferred", "green")
_REFUSED = Chip("Not preferred")
_NOT_STATED = Chip("Preference not stated")
_SENTENCES = 9
_LONGEST = 700
_LONGEST_DECLARED = 300


@dataclass(frozen=True, slots=True)
class Rival:
    """One of several hypotheses; ``is_preferred`` is None where the report does not say."""

    item_id: str
    label: str
    text: str
    is_preferred: bool | None

    @property
    def chip(self) -> Chip:
        """What the report makes of it."""
        return stance_chip(self.is_preferred)


@dataclass(frozen=True, slots=True)
class Declared:
    """An assumption, red flag or gap that a report declares."""

    item_id: str
    text: str


@dataclass(frozen=True, slots=True)
class DeclaredGroup:
    """What a report declares of one kind."""

    title: str
    items: tuple[Declared, ...]


@dataclass(frozen=True, slots=True)
class CompetingReport:
    """A report with its hypotheses; ``assessment`` is empty where it states none."""

    report_id: str
    document_id: str
    title: str
    meta: str
    rivals: tuple[Rival, ...]
    assessment: str
    note: str
    declared: tuple[DeclaredGroup, ...]


def stance_chip(is_preferred: bool | None) -> Chip:
    """Return what a report makes of a hypothesis, None where it does not say."""
    if is_preferred is None:
        return _NOT_STATED
    return _PREFERRED if is_preferred else _REFUSED


def competing_headline(found: pd.DataFrame) -> str:
    """Return what the row of ``query.hypotheses.competing_counts`` comes to."""
    row = next(cells.records(found))
    reports, stated = cells.number(row["reports"]), cells.number(row["stated"])
    if not reports:
        return "No report weighs competing hypotheses"
    if reports == 1:
        says = "says" if stated else "does not say"
        return f"The one report with competing hypotheses {says} which it prefers"
    if stated == reports:
        return f"All {reports:,} reports say which hypothesis they prefer"
    if not stated:
        return f"None of {reports:,} reports says which hypothesis it prefers"
    say = "says" if stated == 1 else "say"
    return f"{stated:,} of {reports:,} reports {say} which hypothesis they prefer"


def competing_scope(found: pd.DataFrame, stance: Stance) -> str:
    """Return how many reports are listed; ``found`` are those of ``query.hypotheses``."""
    total = cells.number(found["total"].iloc[0]) if len(found) else 0
    which = {
        "all": "with competing hypotheses",
        "stated": "that say which hypothesis they prefer",
        "open": "that do not say which hypothesis they prefer",
    }[stance]
    if total == 1:
        which = which.replace("that say", "that says").replace("that do not", "that does not")
        which = which.replace("they prefer", "it prefers")
    return f"{count(total, 'report')} {which}, the newest first."


def competing_reports(found: Competing) -> tuple[CompetingReport, ...]:
    """Return the reports of ``query.hypotheses.competing``, in their order."""
    items: defaultdict[object, list[cells.Row]] = defaultdict(list)
    for row in cells.records(found.items):
        items[row["report_key"]].append(row)
    return tuple(_report(row, items[row["report_key"]]) for row in cells.records(found.reports))


def hypothesis_label(written: str) -> str:
    """Return what a hypothesis is called: its own name, or its letter or number."""
    label = flowing(written)
    return f"Hypothesis {label}" if len(label) < 3 else opening(label, 9, 90)


def _report(row: cells.Row, items: Sequence[cells.Row]) -> CompetingReport:
    rivals = tuple(_rival(one) for one in items if one["kind"] == "hypothesis")
    confidence = cells.text(row["confidence"])
    facts = (
        day(cells.day(row["published_on"])),
        cells.text(row["publisher"]),
        f"confidence: {confidence}" if confidence else "confidence not stated",
    )
    note = ALONE if len(rivals) == 1 else ""
    return CompetingReport(
        cells.text(row["report_id"]),
        cells.text(row["document_id"]),
        opening(cells.text(row["title"]), _SENTENCES, TITLE),
        " · ".join(fact for fact in facts if fact),
        rivals,
        opening(flowing(cells.text(row["assessment_text"])), _SENTENCES, _LONGEST),
        note,
        tuple(_declared(items)),
    )


def _rival(row: cells.Row) -> Rival:
    return Rival(
        cells.text(row["item"]),
        hypothesis_label(cells.text(row["label"])),
        opening(flowing(cells.text(row["text"])), _SENTENCES, _LONGEST),
        None if row["preferred"] is None else bool(row["preferred"]),
    )


def _declared(items: Sequence[cells.Row]) -> Iterable[DeclaredGroup]:
    for kind, title in ASSUMPTION_KINDS.items():
        of_kind = [row for row in items if row["kind"] == "assumption" and row["label"] == kind]
        if of_kind:
            yield DeclaredGroup(title, tuple(map(_statement, of_kind)))
    gaps = [row for row in items if row["kind"] == "gap"]
    if gaps:
        yield DeclaredGroup(GAPS, tuple(map(_statement, gaps)))


def _statement(row: cells.Row) -> Declared:
    text = opening(flowing(cells.text(row["text"])), _SENTENCES, _LONGEST_DECLARED)
    return Declared(cells.text(row["item"]), text)
