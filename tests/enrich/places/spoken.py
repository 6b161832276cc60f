"""Short ways to say what a text speaks of."""

from dash_intel.enrich.places import read_text
from dash_intel.model.reading import Place


def countries(text: str, title: str = "") -> set[str]:
    return {place.iso3 for place in read_text(title, text).places}


def regions(text: str) -> set[str]:
    return {region.key for region in read_text("", text).named_regions}


def place(iso3: str, text: str, title: str = "") -> Place:
    return next(place for place in read_text(title, text).places if place.iso3 == iso3)
