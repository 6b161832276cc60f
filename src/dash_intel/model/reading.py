"""Readings of meaning: what words of a report were taken to say.

They are empty until the vocabularies of meaning read them; the shapes are those of the exchange
format, so that a report has one shape throughout.
"""

from dataclasses import dataclass
from typing import Literal

from dash_intel.model.span import Span

Basis = Literal["stated", "number", "forecast_verb", "hedge", "asserted", "present"]
Role = Literal["primary", "mentioned"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a reading was read from: the words, where they stand, and the rule with its version."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely a report calls something. ``low`` and ``high`` are shares from 0 to 1."""

    basis: Basis
    term: str
    low: float | None
    high: float | None
    yardstick: Literal["icd203", "phia"] | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Impact:
    """How grave a report calls a consequence: level 1 to 5, and the words it was read from."""

    level: int
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the risk taxonomy, and the words it was read from."""

    key: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """A country that one item speaks of; ``inherited`` where the report's own stand in.

    ``spans`` are its mentions in the item, none where it is inherited.
    """

    iso3: str
    inherited: bool
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A country that a report speaks of; ``share`` is its share of all mentions, 0 to 1.

    ``rules`` are those that read its mentions, one a span.
    """

    iso3: str
    role: Role
    mentions: int
    actor_mentions: int
    share: float
    in_title: bool
    in_bluf: bool
    spans: tuple[Span, ...]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedRegion:
    """A region that a report names itself, such as the Sahel."""

    key: str
    name: str
    spans: tuple[Span, ...]
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A UN M49 leaf region of a report's places."""

    m49: str
    name: str
    role: Role
