"""The reports behind a number of the Coverage page, as they are listed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import pandas as pd

from dash_intel.query.coverage import SHOWN, Behind, Cut
from dash_intel.query.filters import Unit
from dash_intel.view import cells
from dash_intel.view.item import Chip
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.overview import chips
from dash_intel.view.table import TableView
from dash_intel.view.words import PROFILES, SECTIONS, count, day, listed, named
from dash_intel.vocab.areas import Area, areas

NOT_NAMED = "No publisher stated"
MOST_SAID = 3

GRADES: Mapping[str, str] = MappingProxyType(
    {
        "exact": "exact match",
        "near": "near match",
        "loose": "loose match",
        "none": "no standard technique",
    }
)

WARNINGS: Mapping[str, str] = MappingProxyType(
    {
        "bad_date": "The date cannot be read",
        "date_range": "A range of days is stated",
        "empty_section": "A heading has nothing under it",
        "few_hypotheses": "Fewer than two hypotheses",
        "incomplete_category": "A category of a brief is incomplete",
        "looks_alike": "Another report looks alike",
        "marking_elsewhere": "A marking stands inside the text",
        "missing_section": "A section is missing",
        "no_category": "An insight stands under no category",
        "no_date": "No date is stated",
        "no_techniques": "No known technique is named",
        "repeated_field": "A line of the head stands twice",
        "repeated_section": "A heading stands more than once",
        "several_markings": "Several markings are stated",
        "several_profiles": "Two profiles fit equally well",
        "truncated": "The text ends inside a section",
        "unclear_confidence": "Confidence is stated in two ways",
        "unclear_preference": "It is unclear which hypothesis is preferred",
        "unknown_technique": "A technique that the vocabulary does not know",
    }
)

_STATES: Mapping[str, str] = MappingProxyType(
    {
        "gap": "declared gaps",
        "promoted": "promoted content",
        "complete": "all sections found",
        "incomplete": "a section missing",
        "unread": "with text that no rule read",
        "warned": "with warnings",
        "before": "in the equal period before",
        "earlier": "before the period",
    }
)


@dataclass(frozen=True, slots=True)
class CutTable:
    """A table whose numbers lead to reports: for each row and column a key of ``Cut``, or empty."""

    view: TableView
    cuts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of a report: its words, what is said of them, and the item where they stand."""

    words: str
    note: str
    item_id: str


@dataclass(frozen=True, slots=True)
class BehindRow:
    """A report behind a number; ``more`` counts the pieces that are not listed."""

    report_id: str
    title: str
    meta: str
    chips: tuple[Chip, ...]
    said: tuple[Said, ...]
    more: int


@dataclass(frozen=True, slots=True)
class BehindView:
    """One page of the reports behind a number, and what is said above it."""

    title: str
    scope: str
    rows: tuple[BehindRow, ...]
    page: int
    pages: int


def behind_view(found: Behind, about: Cut, unit: Unit, as_of: date | None = None) -> BehindView:
    """Return a page of reports; their age in days is said where ``as_of`` is given."""
    reports = count(found.total, "report")
    scope = f"{count(found.units, 'event')}, {reports}." if unit == "events" else f"{reports}."
    said = _said(found.said)
    return BehindView(
        title=title(about),
        scope=scope,
        rows=tuple(
            _row(row, said.get(cells.number(row["report_key"]), ()), as_of)
            for row in cells.records(found.rows)
        ),
        page=found.page,
        pages=max(1, -(-found.total // SHOWN)),
    )


def title(about: Cut) -> str:
    """Return in words which reports a number counts."""
    parts = (
        about.technique,
        about.family,
        opening(about.publisher, 9, 80) if about.publisher else "",
        NOT_NAMED if about.nameless else "",
        named(about.profile, PROFILES) if about.profile else "",
        f"without “{named(about.missing, SECTIONS)}”" if about.missing else "",
        named(about.warning, WARNINGS) if about.warning else "",
        _STATES.get(about.state, ""),
        region_name(about.region) if about.region else "",
        month_name(about.month) if about.month else "",
    )
    said = ", ".join(part for part in parts if part)
    return f"{said[:1].upper()}{said[1:]}" if said else "Reports"


def region_name(code: str) -> str:
    """Return the name of a UN M49 region."""
    return areas().get(Area("region", code), code)


def month_name(month: str) -> str:
    """Return what a month such as 2025-03 is called."""
    return f"{date.fromisoformat(f'{month}-01'):%b %Y}"


def _said(found: pd.DataFrame) -> Mapping[int, tuple[Said, ...]]:
    pieces: dict[int, tuple[Said, ...]] = {}
    for row in cells.records(found):
        words = " ".join(cells.text(row["words"]).split())
        one = Said(words, GRADES.get(cells.text(row["grade"]), ""), cells.text(row["item"]))
        key = cells.number(row["report_key"])
        pieces[key] = (*pieces.get(key, ()), one)
    return pieces


def _row(row: cells.Row, said: tuple[Said, ...], as_of: date | None) -> BehindRow:
    published = cells.day(row["published_on"])
    age = count((as_of - published).days, "day") + " old" if as_of and published else ""
    where = listed(tuple(sorted(region_name(code) for code in cells.texts(row["regions"]))[:3]))
    facts = (cells.text(row["publisher"]), day(published), age, where)
    return BehindRow(
        report_id=cells.text(row["report_id"]),
        title=opening(cells.text(row["title"]), 9, TITLE),
        meta=" · ".join(fact for fact in facts if fact),
        chips=chips(cells.texts(row["flags"]), cells.text(row["marking"])),
        said=said[:MOST_SAID],
        more=max(0, len(said) - MOST_SAID),
    )
