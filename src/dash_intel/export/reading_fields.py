"""Readings of meaning as fields of the exchange format."""

from collections.abc import Iterable

from dash_intel.model.reading import (
    Category,
    Impact,
    ItemPlace,
    Likelihood,
    NamedRegion,
    Place,
    Region,
)

Fields = dict[str, object]


def likelihood(one: Likelihood | None) -> Fields | None:
    """Return a likelihood with its band, or None."""
    if one is None:
        return None
    return {
        "basis": one.basis,
        "term": one.term,
        "low": one.low,
        "high": one.high,
        "yardstick": one.yardstick,
        "span": list(one.span),
        "rule": one.rule,
    }


def impact(one: Impact | None) -> Fields | None:
    """Return an impact level with its words, or None."""
    if one is None:
        return None
    return {"level": one.level, **_evidence(one)}


def categories(found: Iterable[Category]) -> list[Fields]:
    """Return categories with the words they were read from."""
    return [{"key": one.key, **_evidence(one)} for one in found]


def item_places(found: Iterable[ItemPlace]) -> list[Fields]:
    """Return the countries of one item."""
    return [{"iso3": one.iso3, "inherited": one.inherited} for one in found]


def place(one: Place) -> Fields:
    """Return a country of a report."""
    return {
        "iso3": one.iso3,
        "role": one.role,
        "mentions": one.mentions,
        "actor_mentions": one.actor_mentions,
        "share": one.share,
        "in_title": one.in_title,
        "in_bluf": one.in_bluf,
        "spans": [list(span) for span in one.spans],
    }


def named_region(one: NamedRegion) -> Fields:
    """Return a region that a report names itself."""
    return {"key": one.key, "name": one.name, "spans": [list(span) for span in one.spans]}


def region(one: Region) -> Fields:
    """Return an M49 region of a report."""
    return {"m49": one.m49, "name": one.name, "role": one.role}


def _evidence(one: Impact | Category) -> Fields:
    return {
        "words": list(one.words),
        "spans": [list(span) for span in one.spans],
        "rule": one.rule,
    }
