"""Areas that reports are counted in: countries, UN M49 leaf regions, and groups of countries.

A place is what a report speaks of: a country, by its ISO 3166 alpha-3 code, or a region that it
names itself, by ``~`` and its key. A region that is named as an area is called belongs to it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from dash_intel.vocab.countries import countries, macro_regions, named_regions

AreaKind = Literal["country", "region", "group"]
NAMED = "~"
"""Stands before the key of a region that reports name themselves."""


class Area(NamedTuple):
    """An area: ``code`` is an ISO 3166 alpha-3 code, an M49 code, or the key of a group."""

    kind: AreaKind
    code: str


@cache
def areas() -> Mapping[Area, str]:
    """Return area → name, countries first, each kind by name."""
    found = [(Area("country", one.iso3), one.name) for one in countries().values()]
    leaves = {one.leaf: one.leaf_name for one in countries().values() if one.leaf}
    found += [(Area("region", code), name) for code, name in leaves.items()]
    found += [(Area("group", one.key), one.name) for one in macro_regions().values()]
    order = {"country": 0, "region": 1, "group": 2}
    return dict(sorted(found, key=lambda one: (order[one[0].kind], one[1])))


@cache
def places_of(area: Area) -> frozenset[str]:
    """Return the places that count for an area; none for an area that is not known."""
    return frozenset(place for one, place in memberships() if one == area)


def memberships() -> Iterator[tuple[Area, str]]:
    """Yield each area with each of its places."""
    for country in countries().values():
        yield Area("country", country.iso3), country.iso3
        if country.leaf:
            yield Area("region", country.leaf), country.iso3
    for group in macro_regions().values():
        for iso3 in group.members:
            yield Area("group", group.key), iso3
    called = {name: key for key, name in named_regions().items()}
    for area, name in areas().items():
        if area.kind != "country" and name in called:
            yield area, f"{NAMED}{called[name]}"
