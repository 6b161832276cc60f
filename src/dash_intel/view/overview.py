"""What came in, in numbers and newest first."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.item import Chip, HueName
from dash_intel.view.listing import Listing
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.words import FLAGS, PROFILES, count, day, long_day, named, period

KPIS = (
    ("reports", "Reports"),
    ("risks", "Risk sentences"),
    ("recommendations", "Recommendations"),
    ("scenarios", "Scenarios"),
    ("publishers", "Publishers"),
)
"""The columns of ``counts`` that stand in the row of figures, and what they are called."""

MARKINGS: Mapping[str, HueName] = MappingProxyType(
    {
        "TLP:RED": "tlp_red",
        "TLP:AMBER+STRICT": "tlp_amber",
        "TLP:AMBER": "tlp_amber",
        "TLP:GREEN": "tlp_green",
        "TLP:CLEAR": "tlp_clear",
    }
)
"""The colours of the markings of the Traffic Light Protocol, version 2.0."""


@dataclass(frozen=True, slots=True)
class Kpi:
    """One figure, and how much of it the last load added."""

    label: str
    value: int
    added: int


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report of a list; ``meta`` is date, publisher and profile in words."""

    report_id: str
    title: str
    meta: str
    chips: tuple[Chip, ...]
    bluf: str | None


@dataclass(frozen=True, slots=True)
class PublisherRow:
    """One publisher, how many reports it has, and the day of its newest."""

    name: str
    reports: int
    last_on: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page. ``notice`` says what a reader must not overlook, None where nothing is.

    ``left_out`` counts the reports of the listing that are not listed.
    """

    headline: str
    scope: str
    notice: str | None
    kpis: tuple[Kpi, ...]
    newest: tuple[ReportRow, ...]
    newest_scope: str
    left_out: int


def is_empty(counts: pd.DataFrame) -> bool:
    """Tell whether no text was loaded yet, such as when all files were rejected."""
    now = next(cells.records(counts))
    return not cells.number(now["reports"]) and not cells.number(now["unrecognised"])


def overview(
    counts: pd.DataFrame, before: pd.DataFrame, newest: pd.DataFrame, listing: Listing
) -> Overview:
    """Return the overview with the reports of a listing.

    ``before`` are the counts without what the last load brought.
    """
    now, then = next(cells.records(counts)), next(cells.records(before))
    rows = tuple(report_row(row) for row in cells.records(newest))
    total = int(newest["total"].max()) if rows else 0
    return Overview(
        headline=_headline(now),
        scope=_scope(now),
        notice=_notice(newest),
        kpis=tuple(
            Kpi(label, cells.number(now[key]), cells.number(now[key]) - cells.number(then[key]))
            for key, label in KPIS
        ),
        newest=rows,
        newest_scope=listing.scope(len(rows), total),
        left_out=total - len(rows),
    )


def report_row(row: Mapping[str, object]) -> ReportRow:
    """Return one row of ``query.overview.newest`` in words."""
    remarks = cells.number(row["warning_count"]) + cells.number(row["unread_count"])
    facts = (
        day(cells.day(row["published_on"])),
        cells.text(row["publisher"]),
        named(cells.text(row["template"]), PROFILES),
        count(remarks, "remark") if remarks else "",
    )
    bluf = cells.text(row["bluf"])
    return ReportRow(
        cells.text(row["report_id"]),
        opening(cells.text(row["title"]), 9, TITLE),
        " · ".join(fact for fact in facts if fact),
        chips(cells.texts(row["flags"]), cells.text(row["marking"])),
        opening(bluf) if bluf else None,
    )


def publisher_rows(publishers: pd.DataFrame) -> tuple[PublisherRow, ...]:
    """Return the rows of ``query.overview.publishers`` in words."""
    return tuple(
        PublisherRow(
            opening(cells.text(row["publisher"]), 9, TITLE),
            cells.number(row["reports"]),
            day(cells.day(row["last_on"])),
        )
        for row in cells.records(publishers)
    )


def chips(flags: tuple[str, ...], marking: str) -> tuple[Chip, ...]:
    """Return a report's flags and marking as chips."""
    found = [
        Chip(named(flag, FLAGS), "yellow" if flag == "truncated" else "gray") for flag in flags
    ]
    return (*found, Chip(marking, MARKINGS.get(marking, "gray"))) if marking else tuple(found)


def _headline(now: Mapping[str, object]) -> str:
    reports, publishers = cells.number(now["reports"]), cells.number(now["publishers"])
    if not reports:
        return "No report recognised yet"
    last = cells.day(now["last_on"])
    sources = f" from {count(publishers, 'publisher')}" if publishers else ""
    newest = f"the newest of {long_day(last)}" if last else "none of them dated"
    return f"{count(reports, 'report')}{sources}, {newest}"


def _scope(now: Mapping[str, object]) -> str:
    first, last = cells.day(now["first_on"]), cells.day(now["last_on"])
    span = f", {period(first, last)}" if first and last else ""
    aside = cells.number(now["unrecognised"])
    kept = f" {count(aside, 'text')} not recognised, kept on the Data page." if aside else ""
    return f"All reports loaded so far{span}.{kept}"


def _notice(newest: pd.DataFrame) -> str | None:
    samples = sum("sample" in cells.texts(flags) for flags in newest["flags"])
    if not samples:
        return None
    all_of_them = "The report" if len(newest) == 1 else f"All {len(newest):,} reports"
    some = f"{samples} of the {len(newest):,} reports"
    which = all_of_them if samples == len(newest) else some
    verb = "is" if samples == 1 else "are"
    return f"{which} listed below {verb} invented for demonstration and marked Sample."


def footer(counts: pd.DataFrame, build: int) -> str:
    """Return the line at the foot of every page: how far the data reach, and which build."""
    now = next(cells.records(counts))
    last = cells.day(now["last_on"])
    parts = (
        f"Data to {day(last)}" if last else "No dated report",
        count(cells.number(now["reports"]), "report"),
        f"build {build}",
    )
    return " · ".join(parts)
