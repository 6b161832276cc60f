"""Names of places in a text: one pass, case-sensitive, whole words, the longest name first."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dash_intel.vocab.places import PlaceName, place_names

_ALIKE = {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " ", "‑": "-", "‐": "-"}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
GENITIVE = "place.genitive@1"
_LOUD_KINDS = frozenset(
    {"country", "alias", "demonym", "capital", "admin1", "actor", "county", "city"}
)
_FIRST_COMBINING = "\u0300"
_LOUD_LENGTH = 4
_DATELINES = (" (", ",", " —", " –", " -", ":")


@dataclass(slots=True)
class Mention:
    """A name at its place, while it is being read.

    ``countries`` are what it means by now, none where it means no country.
    """

    start: int
    end: int
    name: PlaceName
    countries: tuple[str, ...]
    rule: str
    is_actor: bool = False
    is_firm: bool = True


@dataclass(frozen=True, slots=True)
class Names:
    """All names compiled: ``splits`` tells which hold another name that a miss would hide."""

    longest: AhoCorasick
    every: AhoCorasick
    entries: tuple[PlaceName, ...]
    written: tuple[str, ...]
    rules: tuple[str, ...]
    splits: tuple[bool, ...]


def searchable(text: str) -> str:
    """Return ``text`` with marks that look alike made one; every offset stays where it was."""
    for mark, plain in _ALIKE.items():
        text = text.replace(mark, plain)
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(_SURROGATES)
    return text


def mentions(text: str) -> list[Mention]:
    """Return the names in a ``searchable`` text, in order, none overlapping."""
    names = compiled()
    found: list[Mention] = []
    after = 0
    for index, start, end in names.longest.find_matches_as_indexes(text):
        if start < after:
            continue
        if _is_bounded(text, start, end) and not _is_loud_by_chance(names, index, text, end):
            found.append(_mention(names, index, start, end))
        elif names.splits[index]:
            found.extend(_within(names, text, start, end))
        after = found[-1].end if found else 0
    return found


@cache
def compiled() -> Names:
    """Return the automata over all names as texts write them.

    Besides the names themselves: in capitals, with decomposed accents, and countries with the bare
    genitive s that titles are left with (“Irans plan”).
    """
    written: dict[str, PlaceName] = dict(place_names())
    for name, entry in place_names().items():
        written.setdefault(unicodedata.normalize("NFD", name), entry)
    for name, entry in place_names().items():
        if entry.kind == "country" and "given" not in entry.flags and name.isalpha():
            written.setdefault(f"{name}s", entry)
        is_loud = entry.kind in _LOUD_KINDS and "common" not in entry.flags
        if is_loud and len(name) >= _LOUD_LENGTH:
            written.setdefault(name.upper(), entry)
    patterns = tuple(written)
    every = AhoCorasick(patterns, implementation=Implementation.ContiguousNFA)
    return Names(
        AhoCorasick(
            patterns,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        ),
        every,
        tuple(written.values()),
        patterns,
        tuple(
            GENITIVE if pattern == f"{entry.name}s" else f"place.{entry.kind}@1"
            for pattern, entry in written.items()
        ),
        tuple(_splits(pattern, every) for pattern in patterns),
    )


def _splits(pattern: str, every: AhoCorasick) -> bool:
    if not pattern.isalpha():
        return True
    inner = every.find_matches_as_indexes(pattern, overlapping=True)
    return any((start, end) != (0, len(pattern)) for _, start, end in inner)


def _within(names: Names, text: str, start: int, end: int) -> Iterator[Mention]:
    """Yield whole names that begin inside a match that broke off within a word."""
    found = [
        (start + first, last - first, index)
        for index, first, last in names.every.find_matches_as_indexes(
            text[start:end], overlapping=True
        )
        if _is_bounded(text, start + first, start + last)
    ]
    after = start
    for first, length, index in sorted(found, key=lambda match: (match[0], -match[1])):
        if first >= after:
            after = first + length
            yield _mention(names, index, first, after)


def _mention(names: Names, index: int, start: int, end: int) -> Mention:
    entry = names.entries[index]
    return Mention(start, end, entry, entry.countries, names.rules[index])


def _is_loud_by_chance(names: Names, index: int, text: str, end: int) -> bool:
    """Tell whether a city in capitals stands elsewhere than at the head of a dispatch."""
    name = names.entries[index]
    if name.kind != "city" or names.written[index] == name.name:
        return False
    return names.written[index].isupper() and not text.startswith(_DATELINES, end)


def _is_bounded(text: str, start: int, end: int) -> bool:
    if start and _is_word(text[start]) and _is_word(text[start - 1]):
        return False
    return not (end < len(text) and _is_word(text[end - 1]) and _is_word(text[end]))


def _is_word(character: str) -> bool:
    if character.isalnum() or character == "_":
        return True
    return character >= _FIRST_COMBINING and unicodedata.combining(character) > 0
