"""What an address names of the Risk page: an area and a category, and a field of the grid."""

from dash_intel.query.sentences import NO_BAND, About
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.categories import category_label, risk_categories
from dash_intel.vocab.impact import LEVELS
from dash_intel.vocab.likelihood import TERMS

_BETWEEN = "~"
_OF_ALL = "all"


def cell_key(area: Area | None, category: str | None) -> str:
    """Return the key of a cell; None is all areas, or all categories."""
    where = f"{area.kind}:{area.code}" if area else _OF_ALL
    return f"{where}{_BETWEEN}{category or ''}"


def cell_about(key: str | None) -> About:
    """Return what a cell's sentences are about; what is no area or category of ours is all."""
    where, _, category = (key or "").partition(_BETWEEN)
    kind, _, code = where.partition(":")
    area = next((one for one in areas() if one.kind == kind and one.code == code), None)
    return About(area, category if category in risk_categories() else None)


def field_key(likelihood: str, level: int) -> str:
    """Return the key of a field of the likelihood and impact grid."""
    return f"{likelihood}{_BETWEEN}{level}"


def field_about(about: About, key: str | None) -> About:
    """Return what a field's sentences are about; the whole of ``about`` where there is no field."""
    likelihood, _, level = (key or "").partition(_BETWEEN)
    if likelihood not in {*TERMS, NO_BAND} or level not in {"0", *map(str, LEVELS)}:
        return About(about.area, about.category)
    return About(about.area, about.category, (int(level),), (likelihood,))


def area_name(area: Area | None) -> str:
    """Return what an area is called."""
    return areas().get(area, area.code) if area else "All areas"


def category_name(category: str | None) -> str:
    """Return what a category is called."""
    return category_label(category) if category else "all risks"


def cell_name(about: About) -> str:
    """Return what a cell is called, such as ``Sahel, terrorism``."""
    what = category_name(about.category)
    return f"{area_name(about.area)}, {what[:1].lower()}{what[1:]}"
