"""Structured analytic techniques: the names reports use and the field's own names.

Families follow Pherson and Heuer, Structured Analytic Techniques for Intelligence Analysis, 3rd
edition 2021; ``match`` says how near the name in the report comes to the canonical one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dash_intel.errors import VocabularyError
from dash_intel.vocab.labels import folded
from dash_intel.vocab.table import rows

COLUMNS = ("alias", "name", "family", "match", "describes_scenarios")
_VERSION = re.compile(r" v?\d{1,2}(?:\.\d{1,2})?$")


@dataclass(frozen=True, slots=True)
class TechniqueName:
    """What the vocabulary knows of one alias."""

    name: str
    family: str | None
    match: str
    describes_scenarios: bool


@cache
def techniques() -> Mapping[str, TechniqueName]:
    """Return folded alias → technique."""
    found: dict[str, TechniqueName] = {}
    for row in rows("techniques", COLUMNS):
        if row["match"] not in {"exact", "near", "loose", "none"}:
            raise VocabularyError(f"techniques.csv: match “{row['match']}” of “{row['alias']}”")
        key = folded(row["alias"])
        if key in found:
            raise VocabularyError(f"techniques.csv: “{row['alias']}” stands twice")
        found[key] = TechniqueName(
            row["name"], row["family"] or None, row["match"], row["describes_scenarios"] == "yes"
        )
    return found


@cache
def aliases() -> tuple[str, ...]:
    """Return the aliases as they are written, longest first."""
    found = (row["alias"] for row in rows("techniques", COLUMNS))
    return tuple(sorted(found, key=len, reverse=True))


def technique(words: str) -> TechniqueName | None:
    """Return the technique that ``words`` name, a version number aside, or None."""
    return techniques().get(_VERSION.sub("", folded(words)))
