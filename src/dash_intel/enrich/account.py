"""What headline and bottom line of a report tell of an event: stems, names, counts, later steps."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from dash_intel.enrich.numerals import numerals
from dash_intel.enrich.stems import KNOWN_WORDS, is_inner, stem
from dash_intel.vocab.event_words import event_stop_words, later_steps
from dash_intel.vocab.places import place_names
from dash_intel.vocab.sentence_words import number_words, stop_words

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_WHERE = frozenset({"in", "at", "near", "off", "outside"})
_VICTIMS = frozenset(
    {"dead", "kill", "wound", "hurt", "injur", "miss", "die", "death", "peopl"}
) | {"person", "casualti", "victim", "arrest", "detain"}
_TURN = frozenset({"day", "night", "week", "time", "month", "year"})
_OWN_NAMES = frozenset({"country", "demonym", "abbreviation"})
_LONG = 4
_KNOWN_RUNS = 32_768


class _Told(NamedTuple):
    """What is known of a word by itself; ``stem`` is empty where it tells of no event."""

    plain: str
    stem: str
    number: str | None
    is_capital: bool
    is_acronym: bool
    is_long: bool


class _Run(NamedTuple):
    """Words without white space between them; stem and start of those with a capital."""

    words: tuple[_Told, ...]
    capitals: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Account:
    """What is compared of a report.

    ``names`` are written with a capital inside a sentence, ``capitals`` nowhere in small letters
    (so the words of a headline in title case too). ``where`` follows *in* or *at* in the headline;
    ``counted`` is what the headline counts and ``counts`` the same with its numbers; ``steps`` are
    the kinds of later steps in the headline, ``known_steps`` those in headline or bottom line.
    """

    stems: frozenset[str]
    names: frozenset[str]
    capitals: frozenset[str]
    where: frozenset[str]
    counted: frozenset[str]
    counts: frozenset[str]
    steps: frozenset[str]
    known_steps: frozenset[str]


def account(headline: str, bluf: str) -> Account:
    """Return what ``headline`` and ``bluf`` tell."""
    heading, line = _words(headline), _words(bluf)
    small = {word.stem for word in heading if not word.is_capital}
    small.update([word.stem for word in line if not word.is_capital])
    stems = {word.stem for word in heading}
    stems.update([word.stem for word in line])
    stems.discard("")
    numbers = _numbers(heading)
    large = {f"#{value}" for _, value in (*numbers, *_numbers(line)) if len(value) > 1}
    counted = [
        (found.stem, value)
        for at, value in numbers
        for found in heading[at + 1 : at + 2]
        if found.stem and found.stem not in _VICTIMS
    ]
    steps = _steps(heading)
    return Account(
        stems=frozenset(stems | large),
        names=frozenset(_names(headline, heading, small) | _names(bluf, line, small)),
        capitals=frozenset(stems - small),
        where=frozenset(_where(heading)),
        counted=frozenset([noun for noun, _ in counted]),
        counts=frozenset([f"{value} {noun}" for noun, value in counted]),
        steps=steps,
        known_steps=steps | _steps(line),
    )


def _words(text: str) -> list[_Told]:
    found: list[_Told] = []
    for written in text.split():
        found += _run(written).words
    return found


@lru_cache(maxsize=_KNOWN_RUNS)
def _run(written: str) -> _Run:
    """Return the words of a run of characters without white space, mostly one."""
    found = [(_told(match[0]), match.start()) for match in _WORD.finditer(written)]
    capitals = [(word.stem, start) for word, start in found if word.is_capital and word.stem]
    return _Run(tuple([word for word, _ in found]), tuple(capitals))


@lru_cache(maxsize=KNOWN_WORDS)
def _told(written: str) -> _Told:
    plain = _POSSESSIVE.sub("", written.casefold())
    number = plain.replace(",", "") if plain[:1].isdigit() else number_words().get(plain)
    is_capital = written[0].isupper() and len(written) > 1
    says_nothing = (
        number is not None
        or plain in stop_words()
        or plain in event_stop_words()
        or (is_capital and plain in _countries())
    )
    return _Told(
        plain=plain,
        stem="" if says_nothing or not plain else stem(plain),
        number=number,
        is_capital=is_capital,
        is_acronym=any(letter.isupper() for letter in written[1:]),
        is_long=len(plain) >= _LONG and number is None,
    )


@cache
def _countries() -> frozenset[str]:
    """Return the words of the names of countries: reports of one country share them anyway."""
    return frozenset(
        _POSSESSIVE.sub("", word)
        for name in place_names().values()
        if name.kind in _OWN_NAMES
        for word in name.name.casefold().split()
    )


def _names(text: str, told: Sequence[_Told], small: AbstractSet[str]) -> set[str]:
    """Return the stems of names, but for those of ``small``, which stand in small letters too."""
    found = {word.stem for word in told if word.is_acronym and word.stem not in small}
    found.discard("")
    if _is_titled(told):
        return found
    after = 0
    for written in text.split():
        at = text.index(written, after)
        after = at + len(written)
        for stem_of_it, start in _run(written).capitals:
            is_new = stem_of_it not in found and stem_of_it not in small
            if is_new and is_inner(text, at + start):
                found.add(stem_of_it)
    return found


def _is_titled(told: Sequence[_Told]) -> bool:
    long = [word.is_capital for word in told if word.is_long]
    return sum(long) * 10 > len(long) * 7 > 7


def _numbers(told: Sequence[_Told]) -> list[tuple[int, str]]:
    numbers = [word.number for word in told]
    return numerals(numbers) if any(numbers) else []


def _where(told: Sequence[_Told]) -> set[str]:
    """Return the capitalised words right behind *in* or *at*."""
    found: set[str] = set()
    is_place = False
    for word in told:
        if word.plain in _WHERE:
            is_place = True
        elif is_place and word.is_capital and word.number is None:
            found.add(word.stem)
        else:
            is_place = False
    return found - {""}


def _steps(told: Sequence[_Told]) -> frozenset[str]:
    known = later_steps()
    return frozenset(
        [
            known[word.plain]
            for at, word in enumerate(told)
            if word.plain in known and not _turns(told[at + 1 : at + 2])
        ]
    )


def _turns(following: Sequence[_Told]) -> bool:
    return any(word.plain in _TURN for word in following)
