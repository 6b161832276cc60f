"""Advice: the words that tell its instrument of power, and those that can be told to do something.

``instruments.csv`` holds for each instrument its label, verbs that tell it alone (``verb``), verbs
that tell it where no object says otherwise (``hint``) and objects; ``*`` ends the beginning of a
word. ``addressees.csv`` holds nouns of those who act (``head``), plurals that only look so
(``no_head``) and verbs that advice begins with.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from dash_intel.errors import VocabularyError
from dash_intel.vocab.spelling import compared, level, spellings
from dash_intel.vocab.table import rows

PARTS = ("label", "verb", "hint", "object")
_SHORTEST_STEM = 3
_DOERS = re.compile(r"\w{2,}(?:ers|ors|ists|ians)")


@dataclass(frozen=True, slots=True)
class LeadVerb:
    """The instrument that a verb tells; ``is_alone`` where no object can say otherwise."""

    instrument: str
    is_alone: bool


@cache
def instruments() -> Mapping[str, str]:
    """Return instrument key → the label a reader sees."""
    return MappingProxyType(
        {row["instrument"]: row["words"] for row in _rows() if row["part"] == "label"}
    )


@cache
def objects() -> Mapping[str, str]:
    """Return words of an object as they stand in a levelled text, with ``*``, → instrument."""
    return MappingProxyType(
        {
            form: row["instrument"]
            for row in _rows()
            if row["part"] == "object"
            for form in spellings(row["words"])
        }
    )


@lru_cache(maxsize=2_048)
def lead_verb(word: str) -> LeadVerb | None:
    """Return what ``word``, in lower case, tells as the verb that advice begins with."""
    verbs = _verbs()
    if word in verbs:
        return verbs[word]
    stems = (f"{word[:length]}*" for length in range(len(word), _SHORTEST_STEM - 1, -1))
    return next((verbs[stem] for stem in stems if stem in verbs), None)


@lru_cache(maxsize=2_048)
def is_head(word: str) -> bool:
    """Tell whether ``word``, in lower case, is the noun of someone who can act.

    Plurals such as "operators" and "analysts" are, unless the vocabulary says otherwise.
    """
    one = compared(word)
    if one in _words("head"):
        return True
    return _DOERS.fullmatch(word) is not None and one not in _words("no_head")


def is_verb(word: str) -> bool:
    """Tell whether ``word``, in lower case, is a verb that advice begins with."""
    return word in _words("verb")


@cache
def _verbs() -> Mapping[str, LeadVerb]:
    return {
        row["words"]: LeadVerb(row["instrument"], row["part"] == "verb")
        for row in _rows()
        if row["part"] in {"verb", "hint"}
    }


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    found = rows("instruments", ("instrument", "part", "words"))
    labelled = {row["instrument"] for row in found if row["part"] == "label"}
    for row in found:
        if row["part"] not in PARTS:
            raise VocabularyError(f"instruments.csv: part “{row['part']}” of “{row['words']}”")
        if row["instrument"] not in labelled:
            raise VocabularyError(f"instruments.csv: “{row['instrument']}” has no label")
        bare = row["words"].removesuffix("*")
        if row["part"] != "label" and (level(bare) != bare or not bare):
            raise VocabularyError(f"instruments.csv: “{row['words']}” is not in plain lower case")
    return found


@cache
def _words(part: str) -> frozenset[str]:
    found = (row["word"] for row in rows("addressees", ("part", "word")) if row["part"] == part)
    return frozenset(compared(word) for word in found) if part != "verb" else frozenset(found)
