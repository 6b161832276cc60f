"""What the filters offer, in words."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import cast

from dash_intel.query.filters import KEYS, Filters
from dash_intel.vocab.areas import Area, AreaKind, areas

FILTER_OF: Mapping[AreaKind, str] = MappingProxyType(
    {"group": "groups", "region": "regions", "country": "countries"}
)
"""Kind of area → the filter that chooses it, in the order in which they are offered."""

COUNTED: Mapping[str, str] = MappingProxyType({"primary": "Primary", "mentioned": "Mentioned"})
UNITS: Mapping[str, str] = MappingProxyType({"reports": "Reports", "events": "Events"})

SEARCH_HELP = """\
Words in the title or the text; Enter applies. All of them must stand there.

- "rail strike" – side by side
- strik* – words that begin so
- -rail – not this word
- title:port, tag:rail, publisher:gazette – only there
- tag: looks at tags as they were read, the Tag filter at corrected ones
- after:2025-06, before:2025-07-15 – by day
"""

COUNTED_HELP = """\
Primary: what a report is mainly about. Mentioned: anywhere in it.
"""

ACTORS_HELP = """\
A country does not count for a report that mostly mentions its state as one that acts elsewhere, \
such as a mediator.
"""

TYPED_HELP = "The most frequent first; any other can be typed."
UNITS_HELP = "Reports that tell of the same thing are one event."


def offered_areas() -> tuple[str, ...]:
    """Return all areas as ``kind:code``: groups, regions, then countries, each by name."""
    order = list(FILTER_OF)
    found = sorted(areas(), key=lambda area: order.index(area.kind))
    return tuple(f"{area.kind}:{area.code}" for area in found)


def area_label(key: str) -> str:
    """Return what an area of ``offered_areas`` is called, with its kind unless a country."""
    kind, _, code = key.partition(":")
    name = areas().get(Area(cast("AreaKind", kind), code), code)
    return name if kind == "country" or name == code else f"{name} ({kind})"


def chosen_areas(filters: Filters) -> tuple[str, ...]:
    """Return the areas that filters choose, as ``kind:code``."""
    return tuple(
        f"{kind}:{code}" for kind, name in FILTER_OF.items() for code in getattr(filters, name)
    )


def areas_in_address(chosen: Iterable[str]) -> Mapping[str, list[str]]:
    """Return how an address says areas that are ``kind:code``."""
    found: dict[str, list[str]] = {KEYS[name]: [] for name in FILTER_OF.values()}
    for one in chosen:
        for kind, name in FILTER_OF.items():
            if one.startswith(f"{kind}:"):
                found[KEYS[name]].append(one.removeprefix(f"{kind}:"))
    return found


def with_chosen(offered: Iterable[str], chosen: Iterable[str]) -> list[str]:
    """Return what is offered, and after it what is chosen and not offered."""
    return list(dict.fromkeys((*offered, *chosen)))
