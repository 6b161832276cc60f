"""What is new to somebody since the last visit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

import pandas as pd

from dash_intel.view import cells
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.quotes import total
from dash_intel.view.words import count, day, moment

SHOWN = 5

ASPECTS: Mapping[str, str] = MappingProxyType(
    {
        "recommendation": "Advice",
        "scenario": "Scenario",
        "override": "Correction",
        "note": "Note",
        "review": "Marked as read",
        "signpost": "Signpost",
        "matrix": "Hypotheses",
        "view": "Saved view",
    }
)


@dataclass(frozen=True, slots=True)
class News:
    """A report or a decision that is new; ``report_id`` is empty where its report is gone."""

    report_id: str
    item_id: str
    title: str
    meta: str


@dataclass(frozen=True, slots=True)
class Visit:
    """What is new since a visit: how much, and the first of it."""

    said: str
    reports: tuple[News, ...]
    decisions: tuple[News, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is new."""
        return not self.reports and not self.decisions


def visit(since: datetime, loaded: pd.DataFrame, decided: pd.DataFrame) -> Visit:
    """Return the rows of ``query.changed_visit`` since a visit that ended then."""
    reports, decisions = total(loaded), total(decided)
    parts = [count(reports, "report") + " loaded"] if reports else []
    parts += [count(decisions, "decision") + " by others"] if decisions else []
    what = " and ".join(parts) or "nothing"
    return Visit(
        f"New since your last visit, {moment(since)}: {what}",
        tuple(map(_report, cells.records(loaded))),
        tuple(map(_decision, cells.records(decided))),
    )


def _report(row: cells.Row) -> News:
    facts = (day(cells.day(row["published_on"])), cells.text(row["publisher"]))
    return News(
        cells.text(row["report_id"]),
        "",
        opening(cells.text(row["title"]), 9, TITLE),
        " · ".join(fact for fact in facts if fact),
    )


def _decision(row: cells.Row) -> News:
    aspect, at = cells.text(row["aspect"]), cells.moment(row["changed_at"])
    title = opening(cells.text(row["title"]), 9, TITLE) or "A report that is gone"
    item = cells.text(row["subject_id"]) if aspect != "review" else ""
    return News(
        cells.text(row["report_id"]) if cells.text(row["title"]) else "",
        item,
        f"{ASPECTS.get(aspect, aspect.capitalize())}: {title}",
        f"{cells.text(row['changed_by'])}, {moment(at)}" if at else cells.text(row["changed_by"]),
    )
