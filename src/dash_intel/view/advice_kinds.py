"""The five measures of what became of advice: how each is taken, called and read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from dash_intel.query.advice_measures import AdviceMonth
from dash_intel.view.chart import Unit
from dash_intel.view.periods import percent
from dash_intel.view.words import count

Measure = Literal["open", "closure", "age", "days", "overdue"]

FEW = 5
"""A share or a median of fewer says little."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A measure.

    ``value`` is None where there is nothing to take it from; it is taken ``of`` so many. ``said``
    is a sentence, ``short`` the value alone, ``joined`` what stands between it and their number,
    ``noun`` what it is taken of; ``measure`` and ``method`` stand around a chart.
    """

    label: str
    unit: Unit
    value: Callable[[AdviceMonth], float | None]
    of: Callable[[AdviceMonth], int]
    said: Callable[[AdviceMonth], str]
    short: Callable[[AdviceMonth], str]
    joined: str
    noun: str
    measure: str
    method: str


MEASURES: Mapping[Measure, Kind] = MappingProxyType(
    {
        "open": Kind(
            "Open",
            "number",
            lambda one: one.open_,
            lambda one: one.given,
            lambda one: f"{one.open_:,} of {count(one.given, 'recommendation')} are open",
            lambda one: f"{one.open_:,}",
            " of ",
            "recommendations given by the ends of the months",
            "Recommendations that are open at the end of a month.",
            "Open is what is new, accepted, in progress or partially addressed; what nobody"
            " decided anything about is new.",
        ),
        "closure": Kind(
            "Closure rate",
            "share",
            lambda one: one.closure,
            lambda one: one.given,
            lambda one: (
                f"{percent(one.closure)} are closed: {one.closed:,} of"
                f" {count(one.given, 'recommendation')}"
            ),
            lambda one: percent(one.closure),
            ", n = ",
            "recommendations given by the ends of the months",
            "Share of the advice given so far that is closed at the end of a month.",
            "Closed is what is implemented or not implemented, divided by all that was given up to"
            " then.",
        ),
        "age": Kind(
            "Age of what is open",
            "number",
            lambda one: one.age,
            lambda one: one.open_,
            lambda one: (
                f"Half of the {one.open_:,} that are open are {days_of(one.age)} old or older"
                if one.age is not None
                else "No recommendation is open"
            ),
            lambda one: days_of(one.age),
            ", n = ",
            "open recommendations at the ends of the months",
            "Median days from the report to the end of the month, of what is open then.",
            "The age of a recommendation counts from the day of its report.",
        ),
        "days": Kind(
            "Days to close",
            "number",
            lambda one: one.days,
            lambda one: one.closed,
            lambda one: (
                f"Half of the {one.closed:,} that are closed took {days_of(one.days)} or less"
                if one.days is not None
                else "No recommendation is closed"
            ),
            lambda one: days_of(one.days),
            ", n = ",
            "closed recommendations at the ends of the months",
            "Median days from the report to closing, of all that is closed at the end of a month.",
            "What is implemented is closed on the day it was done, what is not implemented on the"
            " day that was recorded. What was reopened is not closed.",
        ),
        "overdue": Kind(
            "Overdue",
            "share",
            lambda one: one.lateness,
            lambda one: one.due,
            lambda one: (
                f"{one.overdue:,} of the {one.due:,} that are open with a due day are overdue"
                if one.due
                else "No open recommendation has a due day"
            ),
            lambda one: percent(one.lateness),
            ", n = ",
            "open recommendations with a due day at the ends of the months",
            "Share of the open recommendations with a due day that are past it.",
            "Open recommendations without a due day are left out: nothing says when they are late.",
        ),
    }
)


def days_of(value: float | None) -> str:
    """Return a median of days in words."""
    return "–" if value is None else f"{value:,.0f} days"
