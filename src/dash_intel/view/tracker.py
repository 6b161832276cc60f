"""Recommendations with what became of them, as rows, cards and counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

import pandas as pd

from dash_intel.model.ledger import Priority, Status
from dash_intel.query.tracker import DUE_DAYS
from dash_intel.view import cells
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip, HueName
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.outlook import STATUS_HUES
from dash_intel.view.words import HORIZONS, count, day, listed, named
from dash_intel.vocab.advice import instruments
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.decisions import label

OPEN: tuple[Status, ...] = ("new", "accepted", "in_progress", "partially_addressed")
CLOSED: tuple[Status, ...] = ("implemented", "not_implemented")
STATUSES: tuple[Status, ...] = get_args(Status)
DUE_SOON = f"Due within {DUE_DAYS} days"


@dataclass(frozen=True, slots=True)
class Row:
    """A recommendation; ``revision`` is that of its decision, 0 where nothing was decided.

    ``group_reports`` is how many reports give advice of its group, from ``first_on`` to
    ``last_on``. ``chips`` are what follows from the day and from decisions.
    """

    recommendation_id: str
    text: str
    report_id: str
    title: str
    published_on: date | None
    publisher: str
    status: Status
    owner: str
    addressee: str
    priority: Priority | None
    due_on: date | None
    chips: tuple[Chip, ...]
    regions: tuple[str, ...]
    instrument: str
    horizon: str
    revision: int
    group_key: str
    group_reports: int
    first_on: date | None
    last_on: date | None
    evidence: str
    links: tuple[str, ...]

    @property
    def short(self) -> str:
        """How it is called in a list."""
        return opening(flowing(self.text), 1, 110)

    @property
    def facts(self) -> str:
        """Where, by which means, and how often it is given."""
        where = listed(self.regions[:2]) if len(self.regions) < 3 else f"{self.regions[0]} and more"
        often = f"{count(self.group_reports, 'report')} in all" if self.group_reports > 1 else ""
        return " · ".join(part for part in (where, self.instrument, often) if part)


def rows(found: pd.DataFrame) -> tuple[Row, ...]:
    """Return the rows of ``query.tracker``."""
    return tuple(_row(one) for one in cells.records(found))


def short_status(status: str) -> str:
    """Return a status without its "Open" or "Closed"."""
    return label("status", status).rpartition(" – ")[2]


def status_chip(status: str) -> Chip:
    """Return a status as a chip."""
    return Chip(label("status", status), STATUS_HUES.get(status, "gray"))


def first_seen(row: Row) -> str:
    """Return since when and how often the same advice is given."""
    if row.group_reports < 2:
        return f"Given once, {day(row.published_on)}."
    since, until = day(row.first_on), day(row.last_on)
    return (
        f"The same advice stands in {count(row.group_reports, 'report')}, first seen {since}, "
        f"last seen {until}."
    )


def region_names(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the names of UN M49 regions, sorted."""
    return tuple(sorted(_region(one) for one in codes))


def _row(row: cells.Row) -> Row:
    instrument, horizon = cells.text(row["instrument"]), cells.text(row["horizon"])
    return Row(
        recommendation_id=cells.text(row["recommendation_id"]),
        text=cells.text(row["text"]),
        report_id=cells.text(row["report_id"]),
        title=opening(cells.text(row["title"]), 9, TITLE),
        published_on=cells.day(row["published_on"]),
        publisher=cells.text(row["publisher"]),
        status=cast("Status", cells.text(row["status"])),
        owner=cells.text(row["owner"]),
        addressee=cells.text(row["addressee"]),
        priority=cast("Priority | None", row["priority"]),
        due_on=cells.day(row["due_on"]),
        chips=_chips(row),
        regions=region_names(cells.texts(row["regions"])),
        instrument=instruments().get(instrument, instrument),
        horizon=named(horizon, HORIZONS) if horizon else "",
        revision=cells.number(row["revision"]),
        group_key=cells.text(row["group_key"]),
        group_reports=cells.number(row["group_reports"]),
        first_on=cells.day(row["first_on"]),
        last_on=cells.day(row["last_on"]),
        evidence=cells.text(row["evidence"]),
        links=cells.texts(row["links"]),
    )


def _chips(row: cells.Row) -> tuple[Chip, ...]:
    flags = (
        ("is_overdue", Chip("Overdue", "red")),
        ("is_due_soon", Chip(DUE_SOON, "orange")),
        ("is_stale", Chip("Stale", "yellow")),
        ("is_recurring", Chip("Recurring", "blue")),
    )
    return tuple(chip for name, chip in flags if row[name])


def _region(code: str) -> str:
    return areas().get(Area("region", code), code)


def due_chips(row: Row) -> tuple[Chip, ...]:
    """Return when something is due, and what follows from the day and from decisions."""
    others = tuple(chip for chip in row.chips if chip.text not in {"Overdue", DUE_SOON})
    if row.due_on is None:
        return others if row.status in CLOSED else (Chip("no date"), *others)
    hue: HueName = next(
        (chip.hue for chip in row.chips if chip.text in {"Overdue", DUE_SOON}), "gray"
    )
    end = ", overdue" if hue == "red" else ""
    return (Chip(f"due {row.due_on:%Y-%m-%d}{end}", hue), *others)
