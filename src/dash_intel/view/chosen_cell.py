"""A cell of areas by categories as it stands in an address: ``region:011~terrorism``."""

from dash_intel.query.sentences import About
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.categories import category_label, risk_categories

_NEXT = "~"

ALL_AREAS = "All regions"
ALL_CATEGORIES = "All risks"


def cell_key(area: Area | None, category: str | None) -> str:
    """Return the key of a cell; what is None is all of them, and empty in the key."""
    return f"{area.kind}:{area.code}{_NEXT}{category or ''}" if area else f"{_NEXT}{category or ''}"


def cell_about(key: str | None) -> About | None:
    """Return what a key is about, None where it names nothing that is known."""
    place, parted, category = (key or "").partition(_NEXT)
    if not parted or (category and category not in risk_categories()):
        return None
    if not place:
        return About(category=category or None)
    kind, _, code = place.partition(":")
    area = next((one for one in areas() if (one.kind, one.code) == (kind, code)), None)
    return About(area, category or None) if area else None


def area_name(area: Area | None) -> str:
    """Return the name of an area, ``All regions`` for all of them."""
    return areas()[area] if area else ALL_AREAS


def cell_name(about: About) -> str:
    """Return what a cell is called: the area, then the category."""
    category = category_label(about.category) if about.category else ALL_CATEGORIES
    return f"{area_name(about.area)}, {lowered(category)}"


def lowered(name: str) -> str:
    """Return a name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]
