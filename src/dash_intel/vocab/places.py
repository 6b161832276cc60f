"""Names of places: what they are, which country they mean, and what to be careful of.

``place_names.csv`` says of each name, as it is written, its kind, its target (a country's ISO3
code, several joined by ``;``, or the key of a named region; nothing for protected phrases and
publishers, which keep their words from being read as places), the countries it may mean otherwise,
and flags:

- ``evidence``: counts only where something else in the text speaks of the same country;
- ``pick``: one of target and also, chosen by the rest of the text;
- ``joint``: all of its targets, unless the rest of the text speaks of only some of them;
- ``seat``: the seat of an international body rather than its country;
- ``common``: an ordinary word when written in capitals;
- ``word``: an ordinary word at the start of a sentence, where it counts as with ``evidence``;
- ``given``: also a given name, so the word after it is looked at;
- ``surname``: also a surname, so the word before it is looked at;
- ``language``: also a language, as in “he speaks Spanish”;
- ``contained``: an abbreviation that counts only after a place name and a comma.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from dash_intel.errors import VocabularyError
from dash_intel.vocab.countries import countries, named_regions
from dash_intel.vocab.table import rows

Kind = Literal[
    "country",
    "alias",
    "demonym",
    "prefix",
    "capital",
    "city",
    "admin1",
    "county",
    "abbreviation",
    "actor",
    "region",
    "protected",
    "publisher",
]
PersonWord = Literal["given", "surname", "title", "place_follower"]
ContextWord = Literal[
    "government",
    "locative",
    "medium",
    "speaking",
    "tongue",
    "going_on",
    "locality",
    "thoroughfare",
]
FLAGS = frozenset(
    {
        "evidence",
        "pick",
        "seat",
        "common",
        "given",
        "surname",
        "language",
        "word",
        "contained",
        "joint",
    }
)
COLUMNS = ("name", "kind", "target", "also", "flags")
_IN_STATES = frozenset({"abbreviation", "county"})
_NOWHERE = frozenset({"protected", "publisher"})


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name as it is written. ``state`` is that of an abbreviation or of a county."""

    name: str
    kind: Kind
    countries: tuple[str, ...]
    region: str | None
    also: tuple[str, ...]
    flags: frozenset[str]
    state: str | None = None


@cache
def place_names() -> Mapping[str, PlaceName]:
    """Return name → what it is."""
    return {row["name"]: _place_name(row) for row in rows("place_names", COLUMNS)}


@cache
def namesakes() -> Mapping[tuple[str, str], str]:
    """Return (name, state) → country of towns that share their name with a place elsewhere.

    The state is that of the United States, Canada or Australia, or else the country's ISO3 code.
    """
    found = rows("place_namesakes", ("name", "iso3", "state"))
    return {(row["name"], row["state"]): row["iso3"] for row in found}


@cache
def context_words(kind: ContextWord) -> frozenset[str]:
    """Return the words of one kind that tell what a place name is doing in its sentence."""
    return _grouped("place_words", "word", "kind")[kind]


@cache
def person_words(kind: PersonWord) -> frozenset[str]:
    """Return the words of one kind that tell a person from a place."""
    return _grouped("person_words", "word", "kind")[kind]


def _grouped(file: str, word: str, kind: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows(file, (word, kind)):
        found.setdefault(row[kind], set()).add(row[word])
    return {key: frozenset(words) for key, words in found.items()}


def _place_name(row: Mapping[str, str]) -> PlaceName:
    name, kind, target = row["name"], row["kind"], row["target"]
    flags = frozenset(filter(None, row["flags"].split(";")))
    also = tuple(filter(None, row["also"].split(";")))
    targets = tuple(filter(None, target.split(";")))
    if kind not in get_args(Kind):
        raise VocabularyError(f"place_names.csv: “{name}” is of no known kind: “{kind}”")
    if flags - FLAGS:
        raise VocabularyError(f"place_names.csv: “{name}” has unknown flags")
    if not name.strip() or name != name.strip():
        raise VocabularyError(f"place_names.csv: “{name}” is empty or has blanks around it")
    state = None
    if kind in _IN_STATES:
        state, also = (also[0] if also else None), ()
    region = target if kind == "region" else None
    known = named_regions() if region else countries()
    if not (kind in _NOWHERE and not targets) and (not targets or set(targets) - known.keys()):
        raise VocabularyError(f"place_names.csv: “{name}” leads nowhere: “{target}”")
    if set(also) - countries().keys():
        raise VocabularyError(f"place_names.csv: “{name}” may mean an unknown country")
    return PlaceName(name, cast(Kind, kind), () if region else targets, region, also, flags, state)
