"""What loads brought."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

import pandas as pd

from dash_intel.model.load import Load
from dash_intel.view import cells
from dash_intel.view.brought import brought_by
from dash_intel.view.listing import Listing
from dash_intel.view.table import TableView
from dash_intel.view.words import count, listed, moment

NEW, REVISED, REMARKED = "New reports", "Revisions among them", "With remarks"
NEWEST_COUNTS = "Of a report with revisions only the newest counts."

SHOWN_ORIGINS = 3
SHOWN_REJECTIONS = 3

LOAD_WIDTHS = (70, 180, 196, 110, 150, 120, 130, 130, 120)
REJECTION_WIDTHS = (260, 900, 70)


@dataclass(frozen=True, slots=True)
class Line:
    """A figure with its name; ``listing`` are the reports it counts, None where it counts none."""

    label: str
    number: int
    listing: Listing | None = None


@dataclass(frozen=True, slots=True)
class LoadSummary:
    """One load in words: when and from where, and what it brought, line by line."""

    scope: str
    lines: tuple[Line, ...]
    rejections: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """A text that no profile reads."""

    report_id: str
    source: str
    meta: str


def last_load(loads: pd.DataFrame, rejections: pd.DataFrame) -> LoadSummary:
    """Return the newest load with its first rejected files; a build has at least one load."""
    row = next(cells.records(loads))
    number = cells.number(row["number"])
    rejected = (one for one in cells.records(rejections) if one["load_number"] == number)
    when = cells.moment(row["loaded_at"])
    named = origins(cells.texts(row["origins"]))
    scope = f"Load {number}, {moment(when) if when else ''}: {named}."
    return LoadSummary(
        f"{scope} {NEWEST_COUNTS}" if cells.number(row["revised"]) else scope,
        tuple(
            _line(label, figure, number)
            for label, figure in _figures(row)
            if figure or label != REVISED
        ),
        tuple(
            (cells.text(one["source"]), cells.text(one["reason"]))
            for one in islice(rejected, SHOWN_REJECTIONS)
        ),
    )


def _line(label: str, figure: int, load: int) -> Line:
    listing = {
        NEW: Listing(load=load),
        REMARKED: Listing(load=load, has_remarks=True),
    }.get(label)
    return Line(label, figure, listing if figure else None)


def _figures(row: Mapping[str, object]) -> tuple[tuple[str, int], ...]:
    unrecognised = cells.number(row["unrecognised"])
    return (
        (NEW, cells.number(row["added"]) - unrecognised),
        (REVISED, cells.number(row["revised"])),
        (REMARKED, cells.number(row["warned"])),
        ("Not recognised", unrecognised),
        ("Already loaded", cells.number(row["known"])),
        ("Files rejected", cells.number(row["rejected"])),
    )


def origins(names: tuple[str, ...]) -> str:
    """Return where a load came from in words, the first few by name."""
    shown, rest = names[:SHOWN_ORIGINS], len(names) - SHOWN_ORIGINS
    return listed((*shown, count(rest, "other")) if rest > 0 else shown)


def outcome(load: Load) -> str:
    """Return what a load that just ended brought, as one sentence."""
    found = brought_by(load)
    return f"Load {load.number} brought {found.sentence()}. {found.counted()}".rstrip()


def headline(counts: pd.DataFrame, loads: pd.DataFrame, rejections: pd.DataFrame) -> str:
    """Return what there is now from all loads together, as a headline."""
    now = next(cells.records(counts))
    lost = cells.number(now["unrecognised"])
    older = cells.number(now["superseded"])
    aside = f" ({count(older, 'older revision')} not counted)" if older else ""
    there = [f"{count(cells.number(now['reports']), 'report')}{aside}"]
    if lost:
        there.append(f"{count(lost, 'text')} not recognised")
    said = f"{listed(tuple(there))} from {count(len(loads), 'load')}"
    rejected = len(rejections)
    return f"{said}; {count(rejected, 'file')} could not be read" if rejected else said


def load_table(loads: pd.DataFrame) -> TableView:
    """Return all loads, newest first."""
    rows = tuple(
        (
            cells.number(row["number"]),
            moment(when) if (when := cells.moment(row["loaded_at"])) else None,
            origins(cells.texts(row["origins"])),
            *(figure for _, figure in _figures(row)),
        )
        for row in cells.records(loads)
    )
    columns = (
        "Load",
        "When",
        "From",
        NEW,
        REVISED,
        REMARKED,
        "Not recognised",
        "Already loaded",
        "Files rejected",
    )
    return TableView("Loads so far, newest first", columns, rows, LOAD_WIDTHS)


def rejection_table(rejections: pd.DataFrame) -> TableView:
    """Return the files that could not be read, and why."""
    rows = tuple(
        (cells.text(row["source"]), cells.text(row["reason"]), cells.number(row["load_number"]))
        for row in cells.records(rejections)
    )
    return TableView(
        "Files that could not be read", ("File", "Reason", "Load"), rows, REJECTION_WIDTHS
    )


def unrecognised(found: pd.DataFrame) -> tuple[Unrecognised, ...]:
    """Return the texts that no profile reads."""
    return tuple(
        Unrecognised(
            cells.text(row["report_id"]),
            cells.text(row["source"]),
            " · ".join(
                part
                for part in (
                    count(cells.number(row["size"]), "character"),
                    f"load {cells.number(row['load_number'])}",
                    cells.text(row["reason"]),
                )
                if part
            ),
        )
        for row in cells.records(found)
    )
