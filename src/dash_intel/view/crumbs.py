"""The filters that are set, one by one, each to be taken away."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from dash_intel.query.filters import MANY, Filters, Unknown
from dash_intel.query.periods import Span
from dash_intel.view.choices import FILTER_OF
from dash_intel.view.scope import (
    CONFIDENCES,
    LEFT_OUT,
    PERIODS,
    area_name,
    shown_name,
    when,
)
from dash_intel.view.words import listed
from dash_intel.vocab.categories import category_label

MOST_UNKNOWN = 4
_ORDER = (*FILTER_OF.values(), "hides_actors", "period")


@dataclass(frozen=True, slots=True)
class Crumb:
    """One value of one filter; ``value`` is empty where the filter takes only one."""

    name: str
    value: str | None
    label: str


def crumbs(filters: Filters, days: Span | None) -> tuple[Crumb, ...]:
    """Return a crumb for every value that leaves reports out."""
    found = []
    for name in sorted(filters.active, key=_place):
        if name in MANY:
            found += [Crumb(name, value, _LABELS[name](value)) for value in getattr(filters, name)]
        else:
            found.append(Crumb(name, None, _alone(name, filters, days)))
    return tuple(found)


def unknown(dropped: Sequence[Unknown]) -> str | None:
    """Return what is said of values that were named and nobody knows; nothing without any."""
    if not dropped:
        return None
    said = [
        f"{KEYS_IN_WORDS.get(one.key, A_CHOICE)} “{shown_name(one.value) or '…'}”"
        for one in dropped[:MOST_UNKNOWN]
    ]
    if len(dropped) > MOST_UNKNOWN:
        said.append(f"{len(dropped) - MOST_UNKNOWN} more")
    return f"Not known here, so left out: {listed(tuple(said))}."


def _place(name: str) -> int:
    """Return where a filter stands among the crumbs: as in the sentence."""
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _alone(name: str, filters: Filters, days: Span | None) -> str:
    if name == "period":
        said = when(days) if filters.period == "days" else PERIODS[filters.period]
        return said[0].upper() + said[1:]
    if name == "text":
        return f"“{shown_name(filters.text)}”"
    return "Actors hidden"


_LABELS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "countries": partial(area_name, "country"),
        "regions": partial(area_name, "region"),
        "groups": partial(area_name, "group"),
        "tags": shown_name,
        "categories": category_label,
        "techniques": shown_name,
        "publishers": shown_name,
        "confidences": lambda one: (
            f"{CONFIDENCES[one]} confidence" if one != "not_stated" else "Confidence not stated"
        ),
        "without": lambda one: f"Without {LEFT_OUT[one][0].lower()}{LEFT_OUT[one][1:]}",
    }
)

KEYS_IN_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "period": "the period",
        "since": "the day",
        "until": "the day",
        "country": "the country",
        "region": "the region",
        "group": "the group",
        "places": "the way to count places",
        "actors": "the choice about actors",
        "tag": "the tag",
        "category": "the risk category",
        "technique": "the technique",
        "publisher": "the publisher",
        "confidence": "the confidence",
        "without": "the reports to leave out",
        "q": "the text",
        "count": "the unit to count",
    }
)
"""Key of an address → what its values are called in a sentence."""
A_CHOICE = "the choice"
"""What the values of keys are called that belong to one page."""
