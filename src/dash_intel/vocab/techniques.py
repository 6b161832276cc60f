"""Structured analytic techniques: the names reports use and the field's own names.

Families follow Pherson and Heuer, Structured Analytic Techniques for Intelligence Analysis, 3rd
edition 2021; ``match`` says how near the name in the report comes to the canonical one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dash_intel.errors import VocabularyError
from dash_intel.vocab.labels import folded
from dash_intel.vocab.spelling import compared, spellings
from dash_intel.vocab.table import rows

COLUMNS = ("alias", "name", "family", "match", "describes_scenarios")
LONGEST = 120
_VERSION = re.compile(r" (?:v|ver\.? ?|version )?\d{1,2}(?:\.\d{1,2})?$")
_ASIDE = re.compile(r"^(.{2,100}?) ?\(([^()]{2,100})\)$")
_KIND = re.compile(r" (?:technique|method|exercise|approach)s?$")
_ANALYTIC = re.compile(r"\b(?:analytic(?:al|s)?|analyses)\b")


@dataclass(frozen=True, slots=True)
class TechniqueName:
    """What the vocabulary knows of one alias."""

    name: str
    family: str | None
    match: str
    describes_scenarios: bool


@cache
def techniques() -> Mapping[str, TechniqueName]:
    """Return alias in the form it is compared in → technique; the last row of an alias counts.

    Raises:
        VocabularyError: a row grades its match with a word that is no grade.
    """
    found: dict[str, TechniqueName] = {}
    for row in rows("techniques", COLUMNS):
        if row["match"] not in {"exact", "near", "loose", "none"}:
            raise VocabularyError(f"techniques.csv: match “{row['match']}” of “{row['alias']}”")
        found[_key(folded(row["alias"]))] = TechniqueName(
            row["name"], row["family"] or None, row["match"], row["describes_scenarios"] == "yes"
        )
    return found


@cache
def aliases() -> tuple[str, ...]:
    """Return the aliases as they are written, in each spelling, longest first."""
    written = (row["alias"] for row in rows("techniques", COLUMNS))
    found = dict.fromkeys(form for alias in written for form in spellings(alias))
    return tuple(sorted(found, key=len, reverse=True))


@lru_cache(maxsize=8_192)
def technique(words: str) -> TechniqueName | None:
    """Return the technique that ``words`` name, or None.

    Version numbers, a short form in brackets, "method" and the like, singular and plural,
    "analytic" for "analysis" and spelling make no difference.
    """
    plain = folded(words)
    if len(words) > LONGEST or (plain[:3] not in _beginnings() and "(" not in plain):
        return None
    known = techniques()
    return next((known[key] for form in _forms(plain) if (key := _key(form)) in known), None)


@cache
def _beginnings() -> frozenset[str]:
    """Return what aliases begin with: most lines begin otherwise, which is quickly told."""
    return frozenset(folded(row["alias"])[:3] for row in rows("techniques", COLUMNS))


def _forms(plain: str) -> Iterator[str]:
    yield plain
    aside = _ASIDE.match(_VERSION.sub("", plain))
    for form in (plain, *(aside.groups() if aside else ())):
        bare = _VERSION.sub("", form)
        yield bare
        yield _KIND.sub("", bare)


def _key(plain: str) -> str:
    return compared(_ANALYTIC.sub("analysis", plain))
