"""What is looked at: one value that is the question, the address and the sentence of every page.

An address names ids, never labels, so that a link stays good when a label changes. Every value of
an address may be hostile: what is no id of ours is left out, and ``from_url`` says what.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from dash_intel.vocab.categories import risk_categories
from dash_intel.vocab.countries import countries, macro_regions

Period = Literal["30d", "90d", "6m", "12m", "all", "days"]
Counted = Literal["primary", "mentioned"]
Unit = Literal["reports", "events"]

USUAL_PERIOD: Period = "6m"
CONFIDENCES = ("high", "moderate", "low", "not_stated")
FLAGS = ("sample", "promoted_content", "truncated", "other_language")
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""Between these a period lies."""

LONGEST_VALUE = 300
MOST_VALUES = 50


@dataclass(frozen=True, slots=True)
class Filters:
    """Which reports are looked at, and what is counted of them.

    ``period`` is a number of days or months up to the newest report's day, ``all``, or ``days``:
    those from ``since`` to ``until``, both included, either of them open. Undated reports are in
    ``all`` only. ``countries`` are ISO 3166 alpha-3, ``regions`` UN M49, ``groups`` keys of macro
    regions; a report is in where it is in one of all three. Of every other filter a report needs
    one of the values, and it needs all filters. Tuples are sorted and hold no value twice.
    ``without`` are flags whose reports are left out. With ``hides_actors`` a country counts only
    where it is not mostly mentioned as a state that acts.
    """

    period: Period = USUAL_PERIOD
    since: date | None = None
    until: date | None = None
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    counted: Counted = "primary"
    hides_actors: bool = False
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    confidences: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    text: str = ""
    unit: Unit = "reports"

    def __post_init__(self) -> None:
        for name in MANY:
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))
        if self.period == "days" and not self.since and not self.until:
            object.__setattr__(self, "period", "all")
        if self.period != "days":
            object.__setattr__(self, "since", None)
            object.__setattr__(self, "until", None)
        elif self.since and self.until and self.since > self.until:
            since, until = self.until, self.since
            object.__setattr__(self, "since", since)
            object.__setattr__(self, "until", until)

    def having(self, name: str, *values: str) -> "Filters":
        """Return the same with ``values`` as the only ones of a filter that takes several."""
        changed: dict[str, Any] = {name: values}
        return replace(self, **changed)

    def lacking(self, name: str, value: str | None = None) -> "Filters":
        """Return the same without one value of a filter, or with the filter as it usually is."""
        usual = getattr(Filters(), name)
        if value is None or name not in MANY:
            changed: dict[str, Any] = {name: usual}
            return replace(self, **changed)
        return self.having(name, *(one for one in getattr(self, name) if one != value))

    @property
    def active(self) -> tuple[str, ...]:
        """The filters that leave reports out and are not as usual, by name, in order."""
        usual = Filters()
        return tuple(
            one.name
            for one in fields(Filters)
            if one.name not in _NO_CRUMB and getattr(self, one.name) != getattr(usual, one.name)
        )

    def to_url(self) -> dict[str, list[str]]:
        """Return the parts of an address that ``from_url`` reads; what is usual is left out."""
        usual = Filters()
        found = {}
        for name, key in KEYS.items():
            value = getattr(self, name)
            if value != getattr(usual, name):
                found[key] = list(value) if name in MANY else [_written(value)]
        return found

    def values(self) -> dict[str, tuple[str, ...]]:
        """Return every filter under its key of the address, also those as usual: a saved view."""
        return {
            key: getattr(self, name) if name in MANY else (_written(getattr(self, name)),)
            for name, key in KEYS.items()
        }


MANY = (
    "countries",
    "regions",
    "groups",
    "tags",
    "categories",
    "techniques",
    "publishers",
    "confidences",
    "without",
)
"""The filters that take several values."""

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "period": "period",
        "since": "since",
        "until": "until",
        "countries": "country",
        "regions": "region",
        "groups": "group",
        "counted": "places",
        "hides_actors": "actors",
        "tags": "tag",
        "categories": "category",
        "techniques": "technique",
        "publishers": "publisher",
        "confidences": "confidence",
        "without": "without",
        "text": "q",
        "unit": "count",
    }
)
"""Filter → its key in an address; permanent."""

_NO_CRUMB = frozenset({"since", "until", "counted", "unit"})


class Unknown(NamedTuple):
    """A value that an address names under a key and that is none, or one too many."""

    key: str
    value: str


def from_url(address: Mapping[str, Sequence[str]]) -> tuple[Filters, tuple[Unknown, ...]]:
    """Return the filters that an address names, and the values that it names and that are none."""
    found: dict[str, object] = {}
    dropped = []
    for name, key in KEYS.items():
        values: list[object] = []
        for written in filter(None, address.get(key, ())):
            value = _READERS[name](written)
            if value is None or len(values) == MOST_VALUES:
                dropped.append(Unknown(key, written))
            else:
                values.append(value)
        if values:
            found[name] = tuple(values) if name in MANY else values[-1]
    is_bounded = "since" in found or "until" in found
    if is_bounded and "period" not in found:
        found["period"] = "days"
    return Filters(**found), tuple(dropped)  # type: ignore[arg-type]


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "hide" if value else "show"
    return value.isoformat() if isinstance(value, date) else str(value)


def _one_of(known: Iterable[str] | Callable[[], Iterable[str]]) -> Callable[[str], str | None]:
    def read(written: str) -> str | None:
        allowed = known() if callable(known) else known
        return written if written in allowed else None

    return read


def _day(written: str) -> date | None:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", written, re.ASCII):
        return None
    try:
        found = date.fromisoformat(written)
    except ValueError:
        return None
    return found if FIRST_DAY <= found <= LAST_DAY else None


def _name(written: str) -> str | None:
    """Return a name of the build as it is: whether there is one like it, the build knows."""
    is_text = written.encode("utf-8", "replace").decode() == written
    return written if is_text and written.strip() and len(written) <= LONGEST_VALUE else None


def _words(written: str) -> str | None:
    printable = "".join(one if one.isprintable() else " " for one in written)
    cleaned = " ".join(printable.split())
    return cleaned if 0 < len(cleaned) <= LONGEST_VALUE else None


def _leaves() -> frozenset[str]:
    return frozenset(one.leaf for one in countries().values() if one.leaf)


_READERS: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        "period": _one_of(get_args(Period)),
        "since": _day,
        "until": _day,
        "countries": _one_of(countries),
        "regions": _one_of(_leaves),
        "groups": _one_of(macro_regions),
        "counted": _one_of(get_args(Counted)),
        "hides_actors": {"hide": True, "show": False}.get,
        "tags": _name,
        "categories": _one_of(risk_categories),
        "techniques": _name,
        "publishers": _name,
        "confidences": _one_of(CONFIDENCES),
        "without": _one_of(FLAGS),
        "text": _words,
        "unit": _one_of(get_args(Unit)),
    }
)


def of_values(values: Mapping[str, Sequence[str]]) -> Filters:
    """Return the filters of a saved view."""
    return from_url(values)[0]
