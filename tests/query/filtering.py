"""Filters at random, for properties that hold whatever is chosen."""

from datetime import date

from hypothesis import strategies as st

from dash_intel.query.filters import CONFIDENCES, Filters
from dash_intel.vocab.areas import Area, areas
from dash_intel.vocab.categories import risk_categories

COUNTRIES = ("MLI", "NER", "BFA", "UKR", "RUS", "CHN", "IRN", "MDA", "KAZ", "BEN", "LBN", "SDN")
REGIONS = ("011", "017", "151", "145", "034", "035", "143", "030")
GROUPS = ("sahel", "gulf", "caucasus", "levant")
AREAS = tuple(
    one
    for one in areas()
    if one.code in {*COUNTRIES, *REGIONS} or (one.kind == "group" and one.code in GROUPS)
)
DAYS = st.dates(date(2025, 1, 1), date(2026, 3, 31))


def some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    """Return none of ``values`` more often than a few."""
    return st.just(()) | st.lists(st.sampled_from(values), max_size=3).map(tuple)


def filters() -> st.SearchStrategy[Filters]:
    """Return filters that choose some of the sample."""
    known = {one.code for one in AREAS}
    return st.builds(
        Filters,
        period=st.sampled_from(("all", "days", "days")),
        since=st.none() | DAYS,
        until=st.none() | DAYS,
        countries=some(tuple(one for one in COUNTRIES if one in known)),
        regions=some(tuple(one for one in REGIONS if one in known)),
        counted=st.sampled_from(("primary", "mentioned")),
        hides_actors=st.booleans(),
        categories=some(tuple(risk_categories())),
        confidences=some(CONFIDENCES),
    ).map(_bounded)


def an_area() -> st.SearchStrategy[Area]:
    """Return a country, region or group."""
    return st.sampled_from(AREAS)


def _bounded(found: Filters) -> Filters:
    if found.period == "days" and found.since is None and found.until is None:
        return Filters(period="all")
    return found
