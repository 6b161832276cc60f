"""How much advice there is: beside each choice, in figures, and in a headline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

import pandas as pd

from dash_intel.model.ledger import Status
from dash_intel.query.tracker import DUE_DAYS, STALE_DAYS, Quick
from dash_intel.view import cells
from dash_intel.view.tracker import CLOSED, DUE_SOON, OPEN, STATUSES, region_names
from dash_intel.view.words import count
from dash_intel.vocab.decisions import label

QUICK: Mapping[Quick, str] = MappingProxyType(
    {
        "all": "All",
        "mine": "Mine",
        "due": DUE_SOON,
        "overdue": "Overdue",
        "stale": "Stale",
        "recurring": "Recurring",
    }
)
SOME: Mapping[str, tuple[Status, ...]] = MappingProxyType(
    {"any": (), "open": OPEN, "closed": CLOSED, **{one: (one,) for one in STATUSES}}
)
"""Choice of statuses → which those are; none are all."""

METHOD = (
    f"Overdue is open advice whose due day has passed, stale open advice about which nothing was"
    f" decided for {STALE_DAYS} days, or since the day of its report where nothing was decided yet."
    " Recurring is advice that a report gave after it, or advice of its group, had been closed;"
    " nothing reopens by itself. All of these follow from the day and from decisions; nobody sets"
    " them."
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How much advice there is: beside each quick choice, and beside each choice of statuses."""

    quick: Mapping[Quick, int]
    statuses: Mapping[str, int]
    given: Mapping[Status, int]
    overdue: int
    due: int
    stale: int
    recurring: int

    @property
    def total(self) -> int:
        """All advice of the reports that are looked at."""
        return sum(self.given.values())

    @property
    def open(self) -> int:
        """How much of it is open."""
        return sum(self.given.get(one, 0) for one in OPEN)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name, and what it is of."""

    label: str
    value: str
    beside: str


def figures(found: Tally) -> tuple[Figure, ...]:
    """Return how much is open, due, overdue, stale and closed."""
    closed = found.total - found.open
    share = f"{closed / found.total:.0%}" if found.total else "–"
    of_open = f"of {found.open:,} open"
    return (
        Figure("Open", f"{found.open:,}", f"of {found.total:,}"),
        Figure(QUICK["due"], f"{found.due:,}", of_open),
        Figure("Overdue", f"{found.overdue:,}", of_open),
        Figure("Stale", f"{found.stale:,}", of_open),
        Figure("Closed", share, f"{closed:,} of {found.total:,}"),
    )


def tally(found: pd.DataFrame, statuses: tuple[Status, ...]) -> Tally:
    """Return the rows of ``query.tracker.counts``; ``statuses`` are the chosen ones."""
    read = {cast("Status", cells.text(one["status"])): one for one in cells.records(found)}

    def total(name: str, among: Iterable[Status]) -> int:
        return sum(cells.number(read[one][name]) for one in among if one in read)

    chosen = statuses or STATUSES
    return Tally(
        quick={one: total("given" if one == "all" else one, chosen) for one in QUICK},
        statuses={name: total("wanted", some or STATUSES) for name, some in SOME.items()},
        given={one: total("given", (one,)) for one in STATUSES},
        overdue=total("overdue", STATUSES),
        due=total("due", STATUSES),
        stale=total("stale", STATUSES),
        recurring=total("recurring", STATUSES),
    )


def headline(found: Tally, regions: pd.DataFrame) -> str:
    """Return what most needs a look; ``regions`` are those of ``query.tracker``."""
    if found.overdue:
        verb = "is" if found.overdue == 1 else "are"
        said = f"{count(found.overdue, 'recommendation')} of the period’s reports {verb} overdue"
        most = next(iter(cells.records(regions)), None)
        number = cells.number(most["overdue"]) if most else 0
        code = cells.text(most["code"]) if most else ""
        if number < 2 or found.overdue < 3 or 3 * number < found.overdue:
            return said
        return f"{said}, {number:,} of them in {region_names((code,))[0]}"
    if found.due:
        verb = "is" if found.due == 1 else "are"
        return f"{count(found.due, 'recommendation')} {verb} due within {DUE_DAYS} days"
    return "Recommendations"


def some_label(name: str) -> str:
    """Return what a choice of statuses is called."""
    plain = {"any": "Any status", "open": "Open, all", "closed": "Closed, all"}
    return plain.get(name) or label("status", name)


def quick_label(name: Quick, person: str) -> str:
    """Return what a quick choice is called; "mine" says who that is."""
    return f"{QUICK[name]} ({person})" if name == "mine" else QUICK[name]
