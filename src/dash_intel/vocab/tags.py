"""Thematic tags: the names reports use, their themes, and the words by which a body speaks of them.

``tags.csv`` holds one tag a row. ``synonyms`` and ``terms`` are lists parted by semicolons; a term
that ends in ``*`` is the beginning of a word, any other is whole words, their plural in ``s`` too.
``tag_guards.csv`` holds the words beside which a term has another sense: drones near a hive.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from dash_intel.errors import VocabularyError
from dash_intel.vocab.spelling import compared, level, spellings
from dash_intel.vocab.table import keyed, rows

COLUMNS = ("key", "label", "theme", "synonyms", "terms")
GUARD_COLUMNS = ("term", "not_near")
SHORTEST_TERM = 2


@dataclass(frozen=True, slots=True)
class TagEntry:
    """What the vocabulary knows of one tag; ``label`` is its preferred name."""

    key: str
    label: str
    theme: str
    synonyms: tuple[str, ...]
    terms: tuple[str, ...]


@cache
def themes() -> Mapping[str, str]:
    """Return theme key → the label a reader sees."""
    return {row["key"]: row["label"] for row in rows("tag_themes", ("key", "label"))}


@cache
def tags() -> Mapping[str, TagEntry]:
    """Return tag key → tag; of a key that stands twice the last row counts.

    Raises:
        VocabularyError: a row names no theme that is known, or a term that is too short to tell.
    """
    return {row["key"]: _entry(row) for row in rows("tags", COLUMNS)}


@cache
def guards() -> Mapping[str, tuple[str, ...]]:
    """Return term → the words beside which it supports no tag, both as looked up in a level text.

    Raises:
        VocabularyError: a row has no words, or one too short to tell.
    """
    found = {}
    for row in keyed("tag_guards", GUARD_COLUMNS, "term").values():
        near = tuple(form for words in _list(row["not_near"]) for form in _forms(words))
        terms = _forms(row["term"])
        if not near or any(len(one.strip("* ")) < SHORTEST_TERM for one in (*near, *terms)):
            raise VocabularyError(f"{row.place}: “{row['term']}” guards against no words")
        found.update(dict.fromkeys(terms, near))
    return found


def guard(term: str) -> tuple[str, ...]:
    """Return the words beside which a single-word ``term`` has another sense, empty without any.

    A guard with ``*`` is that of every term that begins with its word.
    """
    bare = term.removesuffix("*")
    if " " in bare:
        return ()
    stems = [near for stem, near in _guard_stems() if bare.startswith(stem)]
    return tuple(dict.fromkeys(chain(guards().get(bare, ()), *stems)))


@cache
def _guard_stems() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((term[:-1], near) for term, near in guards().items() if term.endswith("*"))


def tag(words: str) -> TagEntry | None:
    """Return the tag that ``words`` name, by its label or a synonym, or None."""
    return _names().get(compared(words))


def plain(words: str) -> str:
    """Return a tag's words in lower case, with single spaces."""
    return " ".join(words.casefold().split())


@cache
def _names() -> Mapping[str, TagEntry]:
    found: dict[str, TagEntry] = {}
    for entry in tags().values():
        for name in (entry.label, *entry.synonyms):
            other = found.setdefault(compared(name), entry)
            if other.key != entry.key:
                raise VocabularyError(
                    f"tags.csv: “{name}” stands for {other.key} and for {entry.key}"
                )
    return found


def _entry(row: Mapping[str, str]) -> TagEntry:
    key, theme = row["key"], row["theme"]
    if theme not in themes():
        raise VocabularyError(f"tags.csv: the theme “{theme}” of {key} is not in tag_themes.csv")
    if row["label"] != plain(row["label"]) or not row["label"]:
        raise VocabularyError(f"tags.csv: the label of {key} is not in plain lower case")
    terms = tuple(form for term in _list(row["terms"]) for form in _forms(term))
    for term in terms:
        if len(term.removesuffix("*")) < SHORTEST_TERM or term.startswith(" "):
            raise VocabularyError(f"tags.csv: “{term}” of {key} is no term")
    return TagEntry(key, row["label"], theme, _list(row["synonyms"]), terms)


def _forms(term: str) -> tuple[str, ...]:
    """Return a term as it is looked up in a levelled text, in each spelling."""
    bare = term.removesuffix("*")
    return spellings(level(bare) + term[len(bare) :])


def _list(words: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in words.split(";") if one.strip())
