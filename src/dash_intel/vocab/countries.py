"""Countries, their UN M49 leaf regions, and groups of countries.

M49 knows neither Taiwan nor Kosovo: both have a row of their own here, under the leaf region their
neighbours are in. Groups such as MENA or NATO overlap on purpose, so figures of groups are never
summed; their members change, and ``as_of`` says when they were written down.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dash_intel.errors import VocabularyError
from dash_intel.vocab.table import rows

COLUMNS = ("iso3", "iso2", "name", "m49", "leaf", "leaf_name", "region", "sub_region")
GROUP_COLUMNS = ("key", "name", "as_of", "members")
_ISO3 = re.compile(r"[A-Z]{3}")
_LEAF = re.compile(r"[0-9]{3}|")
_KEY = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory. ``leaf`` is the M49 code of its smallest region, ``""`` of none."""

    iso3: str
    iso2: str
    name: str
    leaf: str
    leaf_name: str
    region: str
    sub_region: str


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of countries that may overlap with others, as of a month."""

    key: str
    name: str
    as_of: str
    members: frozenset[str]


@cache
def countries() -> Mapping[str, Country]:
    """Return ISO3 code → country."""
    found: dict[str, Country] = {}
    for row in rows("countries", COLUMNS):
        if not _ISO3.fullmatch(row["iso3"]) or not _LEAF.fullmatch(row["leaf"]):
            raise VocabularyError(f"countries.csv: the codes of “{row['name']}” are malformed")
        found[row["iso3"]] = Country(
            row["iso3"],
            row["iso2"],
            row["name"],
            row["leaf"],
            row["leaf_name"],
            row["region"],
            row["sub_region"],
        )
    return found


@cache
def macro_regions() -> Mapping[str, Group]:
    """Return key → group of countries; groups overlap, so their figures are never summed."""
    found: dict[str, Group] = {}
    for row in rows("macro_regions", GROUP_COLUMNS):
        members = frozenset(row["members"].split())
        unknown = members - countries().keys()
        if unknown or not members:
            names = ", ".join(sorted(unknown)) or "no country"
            raise VocabularyError(f"macro_regions.csv: “{row['key']}” has {names}")
        found[_checked("macro_regions", row["key"])] = Group(
            row["key"], row["name"], row["as_of"], members
        )
    return found


@cache
def named_regions() -> Mapping[str, str]:
    """Return key → name of the regions that texts name themselves, such as the Sahel."""
    found = rows("named_regions", ("key", "name"))
    return {_checked("named_regions", row["key"]): row["name"] for row in found}


def _checked(file: str, key: str) -> str:
    if not _KEY.fullmatch(key):
        raise VocabularyError(f"{file}.csv: “{key}” is not in lower snake case")
    return key
