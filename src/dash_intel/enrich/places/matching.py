"""Names of places in a text: one pass, case-sensitive, whole words, the longest name first."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dash_intel.vocab.places import PlaceName, place_names

_ALIKE = {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\n": " ", "‑": "-", "‐": "-"}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
UNSURE = frozenset({"evidence", "pick", "joint", "seat"})
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
class Pattern:
    """One spelling of a name.

    ``opens`` and ``closes`` tell whether a word may not go on before and after it, ``splits``
    whether it holds another name that a miss would hide, ``is_dateline`` whether it counts only
    at the head of a dispatch.
    """

    name: PlaceName
    rule: str
    is_firm: bool
    opens: bool
    closes: bool
    splits: bool
    is_dateline: bool


@dataclass(frozen=True, slots=True)
class Names:
    """All spellings compiled, to find the longest or every one of them."""

    longest: AhoCorasick
    every: AhoCorasick
    patterns: tuple[Pattern, ...]


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
    patterns = names.patterns
    found: list[Mention] = []
    after = 0
    for index, start, end in names.longest.find_matches_as_indexes(text):
        if start < after:
            continue
        pattern = patterns[index]
        if _is_whole(pattern, text, start, end):
            found.append(_mention(pattern, start, end))
            after = end
        elif pattern.splits:
            found.extend(_within(names, text, start, end))
            after = found[-1].end if found else 0
    return found


@cache
def compiled() -> Names:
    """Return the automata over all names as texts write them.

    Besides the names themselves: in capitals, with decomposed accents, and countries with the bare
    genitive s that titles are left with (“Irans plan”).
    """
    written = _written()
    spellings = tuple(written)
    every = AhoCorasick(spellings, implementation=Implementation.ContiguousNFA)
    return Names(
        AhoCorasick(
            spellings,
            matchkind=MatchKind.LeftmostLongest,
            implementation=Implementation.ContiguousNFA,
        ),
        every,
        tuple(_pattern(spelling, name, every) for spelling, name in written.items()),
    )


def _written() -> dict[str, PlaceName]:
    written = {searchable(name): entry for name, entry in place_names().items()}
    for name, entry in place_names().items():
        written.setdefault(unicodedata.normalize("NFD", name), entry)
    for name, entry in place_names().items():
        if entry.kind == "country" and "given" not in entry.flags and name.isalpha():
            written.setdefault(f"{name}s", entry)
        is_loud = entry.kind in _LOUD_KINDS and "common" not in entry.flags
        if is_loud and len(name) >= _LOUD_LENGTH:
            written.setdefault(name.upper(), entry)
    return written


def _pattern(spelling: str, name: PlaceName, every: AhoCorasick) -> Pattern:
    inner = every.find_matches_as_indexes(spelling, overlapping=True)
    is_loud = spelling != name.name and spelling.isupper()
    return Pattern(
        name=name,
        rule=GENITIVE if spelling == f"{name.name}s" else f"place.{name.kind}@1",
        is_firm=not (name.also or name.flags & UNSURE),
        opens=_is_word(spelling[0]),
        closes=_is_word(spelling[-1]),
        splits=not spelling.isalpha() or len(inner) > 1,
        is_dateline=is_loud and name.kind == "city",
    )


def _within(names: Names, text: str, start: int, end: int) -> Iterator[Mention]:
    """Yield whole names that begin inside a match that broke off within a word."""
    matches = [
        (start + first, last - first, names.patterns[index])
        for index, first, last in names.every.find_matches_as_indexes(
            text[start:end], overlapping=True
        )
    ]
    after = start
    for first, length, pattern in sorted(matches, key=lambda match: (match[0], -match[1])):
        if first >= after and _is_whole(pattern, text, first, first + length):
            after = first + length
            yield _mention(pattern, first, after)


def _mention(pattern: Pattern, start: int, end: int) -> Mention:
    name = pattern.name
    return Mention(start, end, name, name.countries, pattern.rule, False, pattern.is_firm)


def _is_whole(pattern: Pattern, text: str, start: int, end: int) -> bool:
    """Tell whether no word goes on around a match, and a dateline stands as one."""
    if pattern.opens and start and _is_word(text[start - 1]):
        return False
    if pattern.closes and end < len(text) and _is_word(text[end]):
        return False
    return not pattern.is_dateline or text.startswith(_DATELINES, end)


def _is_word(character: str) -> bool:
    if character.isalnum() or character == "_":
        return True
    return character >= _FIRST_COMBINING and unicodedata.combining(character) > 0
