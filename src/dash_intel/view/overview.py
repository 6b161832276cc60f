"""What came in, the newest first, and who published it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.item import Chip, HueName
from dash_intel.view.listing import Listing
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.words import FLAGS, PROFILES, count, day, named

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
class Newest:
    """The reports of a listing.

    ``left_out`` counts the reports of the listing that are not listed.
    """

    rows: tuple[ReportRow, ...]
    scope: str
    left_out: int


def is_empty(counts: pd.DataFrame) -> bool:
    """Tell whether no text was loaded yet, such as when all files were rejected."""
    now = next(cells.records(counts))
    return not cells.number(now["reports"]) and not cells.number(now["unrecognised"])


def is_recognised(counts: pd.DataFrame) -> bool:
    """Tell whether any text was recognised as a report."""
    return bool(cells.number(next(cells.records(counts))["reports"]))


def newest(found: pd.DataFrame, listing: Listing) -> Newest:
    """Return the rows of ``query.overview.newest`` of a listing."""
    rows = tuple(report_row(row) for row in cells.records(found))
    total = int(found["total"].max()) if rows else 0
    return Newest(rows, listing.scope(len(rows), total), total - len(rows))


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


def set_aside(counts: pd.DataFrame) -> str:
    """Return how many texts were not recognised, where no report was."""
    aside = cells.number(next(cells.records(counts))["unrecognised"])
    return f"{count(aside, 'text')} not recognised, kept on the Data page."


def sample_notice(counts: pd.DataFrame) -> str | None:
    """Return how many of all reports are invented, None where none is."""
    now = next(cells.records(counts))
    samples, total = cells.number(now["samples"]), cells.number(now["reports"])
    if not samples:
        return None
    all_of_them = "The report" if total == 1 else f"All {total:,} reports"
    which = all_of_them if samples == total else f"{samples:,} of the {total:,} reports"
    verb = "is" if samples == 1 else "are"
    return f"{which} loaded {verb} invented for demonstration and marked Sample."


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
