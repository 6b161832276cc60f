"""Actors and organisations of security interest: their names, other names and types.

``actors.csv`` holds one actor a row. ``aliases`` are parted by semicolons; one that ends in ``?``
stands for other things too, and counts only in a text that names the actor otherwise as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from dash_intel.errors import VocabularyError
from dash_intel.vocab.spelling import compared, spellings
from dash_intel.vocab.table import rows

COLUMNS = ("key", "name", "type", "aliases")
ActorType = Literal["person", "organisation", "place", "other"]


@dataclass(frozen=True, slots=True)
class Actor:
    """What the vocabulary knows of one actor; ``unsure`` names stand for other things too."""

    key: str
    name: str
    type: ActorType
    sure: tuple[str, ...]
    unsure: tuple[str, ...]


@cache
def actors() -> Mapping[str, Actor]:
    """Return actor key → actor; of a key that stands twice the last row counts.

    Raises:
        VocabularyError: a type that is none, or a name of fewer than two characters.
    """
    return {row["key"]: _actor(row) for row in rows("actors", COLUMNS)}


def actor(words: str) -> Actor | None:
    """Return the actor whose name or sure alias ``words`` are, spelling aside, or None."""
    return _names().get(compared(words))


@cache
def _names() -> Mapping[str, Actor]:
    found: dict[str, Actor] = {}
    for entry in actors().values():
        for name in (entry.name, *entry.sure):
            other = found.setdefault(compared(name), entry)
            if other.key != entry.key:
                raise VocabularyError(
                    f"actors.csv: “{name}” stands for {other.key} and for {entry.key}"
                )
    return found


def _actor(row: Mapping[str, str]) -> Actor:
    if row["type"] not in get_args(ActorType):
        raise VocabularyError(f"actors.csv: type “{row['type']}” of {row['key']}")
    aliases = [alias.strip() for alias in row["aliases"].split(";") if alias.strip()]
    sure = [row["name"], *(alias for alias in aliases if not alias.endswith("?"))]
    unsure = [alias.removesuffix("?") for alias in aliases if alias.endswith("?")]
    if min(len(name) for name in (*sure, *unsure)) < 2:
        raise VocabularyError(f"actors.csv: a name of {row['key']} is too short to tell")
    forms = tuple(dict.fromkeys(form for name in sure for form in spellings(name)))
    return Actor(row["key"], row["name"], cast("ActorType", row["type"]), forms, tuple(unsure))
