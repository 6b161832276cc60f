"""What to watch for of scenarios: a board of signs by how far each has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from dash_intel.model.signpost import SignpostMark
from dash_intel.view import cells
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip, HueName
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.scenario_sets import kind_label, state_chip
from dash_intel.view.words import day

MARKS: tuple[SignpostMark, ...] = ("not_seen", "emerging", "observed")
MARK_HUES: Mapping[str, HueName] = MappingProxyType(
    {"not_seen": "gray", "emerging": "yellow", "observed": "violet"}
)
HINTS: Mapping[SignpostMark, str] = MappingProxyType(
    {
        "not_seen": "Nobody recorded that it was seen.",
        "emerging": "First hints of it, with day and evidence.",
        "observed": "Seen, with day and evidence.",
    }
)
LONGEST = 160

_ORIGINS = MappingProxyType(
    {
        "report": "trigger of the report",
        "analyst": "added by an analyst",
        "marked": "no longer listed",
    }
)


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing to watch for. ``seen`` says since when and by what evidence, empty before that.

    ``revision`` is that of the marks of its scenario.
    """

    indicator: str
    mark: SignpostMark
    seen: str
    origin: str
    scenario_id: str
    report_id: str
    kind: str
    scenario: str
    meta: str
    chips: tuple[Chip, ...]
    revision: int


def signs(found: pd.DataFrame) -> tuple[Sign, ...]:
    """Return the rows of ``query.scenario_signs.scenario_signs``."""
    return tuple(map(_sign, cells.records(found)))


def moves(mark: SignpostMark) -> tuple[SignpostMark, ...]:
    """Return where a sign can be moved to: a seen one also to where it is, seen anew."""
    return tuple(one for one in MARKS if one != mark or mark != "not_seen")


def _sign(row: cells.Row) -> Sign:
    outcome = cells.text(row["outcome"])
    mark = next(one for one in MARKS if one == row["mark"])
    on, by = cells.day(row["seen_on"]), cells.text(row["marked_by"])
    parts = (f"{on:%Y-%m-%d}" if on else "", cells.text(row["evidence"]))
    seen = ": ".join(part for part in parts if part)
    title = opening(cells.text(row["title"]), 9, TITLE)
    chips = () if outcome == "open" else (state_chip(outcome, cells.day(row["horizon_on"])),)
    return Sign(
        indicator=cells.text(row["indicator"]),
        mark=mark,
        seen=f"{seen} – {by}" if seen else "",
        origin=_ORIGINS[cells.text(row["origin"])],
        scenario_id=cells.text(row["scenario_id"]),
        report_id=cells.text(row["report_id"]),
        kind=kind_label(row),
        scenario=opening(flowing(cells.text(row["text"])), 1, LONGEST),
        meta=f"{title}, {day(cells.day(row['published_on']))}",
        chips=chips,
        revision=cells.number(row["revision"]),
    )
