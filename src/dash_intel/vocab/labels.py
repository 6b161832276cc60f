"""Section headings and labels that the profiles know, in the form they are compared in."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from dash_intel.errors import VocabularyError
from dash_intel.vocab.table import Row, rows


@lru_cache(maxsize=8_192)
def folded(words: str) -> str:
    """Return ``words`` as headings and labels are compared.

    Case, spacing, hyphens, typographic apostrophes and ``&`` against ``and`` make no difference.
    """
    plain = words.replace("&", " and ").replace("’", "'")
    for hyphen in "-‐‑–":
        plain = plain.replace(hyphen, " ")
    return " ".join(plain.casefold().split())


@cache
def section_headings() -> Mapping[str, str]:
    """Return folded heading → section key of the built-in report profiles."""
    return _unique((row, row["heading"], row["section"]) for row in _heading_rows())


@cache
def heading_words() -> tuple[str, ...]:
    """Return the headings as they are written, longest first."""
    return tuple(sorted((row["heading"] for row in _heading_rows()), key=len, reverse=True))


@cache
def standing_labels() -> frozenset[str]:
    """Return the folded headings and labels that stand on a line of their own."""
    found = (row["label"] for row in rows("labels", ("group", "key", "label")))
    return frozenset(section_headings()) | frozenset(folded(label) for label in found)


@cache
def labels(group: str) -> Mapping[str, str]:
    """Return folded label → key of one group of ``labels.csv``."""
    found = rows("labels", ("group", "key", "label"))
    return _unique((row, row["label"], row["key"]) for row in found if row["group"] == group)


def _heading_rows() -> tuple[Row, ...]:
    return rows("headings", ("section", "heading"))


def _unique(pairs: Iterable[tuple[Row, str, str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for row, words, key in pairs:
        if found.setdefault(folded(words), key) != key:
            raise VocabularyError(f"{row.place}: “{words}” stands for two keys")
    return found
