"""One report's head, and the choice of a report."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from dash_intel.model.report import Report
from dash_intel.view import cells
from dash_intel.view.item import Chip
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.overview import chips
from dash_intel.view.words import NOT_STATED, PROFILES, count, day, named

LISTED = 2000
"""How many reports a select box lists; more make it slow."""


@dataclass(frozen=True, slots=True)
class ReportHead:
    """What stands above a report. ``notice`` says what a reader must not overlook."""

    title: str
    meta: str
    chips: tuple[Chip, ...]
    notice: str | None


@dataclass(frozen=True, slots=True)
class Choices:
    """The reports to choose from, as id and label; ``left_out`` counts those not listed."""

    ids: tuple[str, ...]
    labels: tuple[str, ...]
    left_out: int

    def label(self, report_id: str) -> str:
        """Return what a report is called in the list."""
        return self.labels[self.ids.index(report_id)]


def report_head(report: Report) -> ReportHead:
    """Return the head of a report: what it is called, what it states, its flags and marking."""
    head = report.contents.head
    if not report.is_recognised:
        size = count(len(report.text), "character")
        return ReportHead(
            opening(report.display_title, 9, TITLE),
            f"{size}, in no layout that is known",
            (),
            _LOST,
        )
    facts = (
        day(head.published_on),
        head.publisher or f"publisher {NOT_STATED}",
        named(report.template, PROFILES),
        f"confidence {head.confidence or NOT_STATED}",
        "" if head.marking else f"marking {NOT_STATED}",
    )
    return ReportHead(
        opening(report.display_title, 9, TITLE),
        " · ".join(fact for fact in facts if fact),
        chips(report.flags, head.marking or ""),
        _SAMPLE if "sample" in report.flags else None,
    )


_SAMPLE = "This report is invented for demonstration: its events did not happen."
_LOST = "No profile recognises this text, so nothing was read from it and it counts in no figure."


def choices(index: pd.DataFrame, chosen: str | None) -> Choices:
    """Return the reports to choose from, the newest first, the chosen one always among them."""
    rest = index.iloc[LISTED:]
    listed = pd.concat([index.head(LISTED), rest[rest["report_id"] == chosen]])
    return Choices(
        tuple(cells.text(row["report_id"]) for row in cells.records(listed)),
        tuple(_label(row) for row in cells.records(listed)),
        len(index) - len(listed),
    )


def _label(row: Mapping[str, object]) -> str:
    title = opening(cells.text(row["title"]), 9, TITLE)
    return f"{day(cells.day(row['published_on']))} · {title}"
