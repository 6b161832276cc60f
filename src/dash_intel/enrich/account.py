"""What headline and bottom line of a report tell of an event: stems, names, counts, later steps."""

import re
from collections.abc import Sequence
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


class _Told(NamedTuple):
    """What is known of a word by itself; ``stem`` is empty where it tells of no event."""

    plain: str
    stem: str
    number: str | None
    is_capital: bool
    is_acronym: bool


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
    head, below = list(_WORD.finditer(headline)), list(_WORD.finditer(bluf))
    heading, line = ([_told(match[0]) for match in found] for found in (head, below))
    small = {word.stem for word in (*heading, *line) if not word.is_capital}
    stems = {word.stem for word in (*heading, *line)}
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
        stems=frozenset(stems | large) - {""},
        names=frozenset(_names(headline, head, heading) | _names(bluf, below, line)) - small,
        capitals=frozenset(stems - small) - {""},
        where=frozenset(_where(heading)),
        counted=frozenset(noun for noun, _ in counted),
        counts=frozenset(f"{value} {noun}" for noun, value in counted),
        steps=steps,
        known_steps=steps | _steps(line),
    )


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


def _names(text: str, matches: Sequence[re.Match[str]], told: Sequence[_Told]) -> set[str]:
    long = [word.is_capital for word in told if len(word.plain) >= _LONG and word.number is None]
    is_titled = sum(long) * 10 > len(long) * 7 > 7
    return {
        word.stem
        for match, word in zip(matches, told, strict=True)
        if word.stem
        and (
            word.is_acronym or (word.is_capital and not is_titled and is_inner(text, match.start()))
        )
    }


def _numbers(told: Sequence[_Told]) -> list[tuple[int, str]]:
    return numerals([word.number for word in told])


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
    following = [word.plain for word in told[1:]] + [""]
    return frozenset(
        known[word.plain]
        for word, after in zip(told, following, strict=False)
        if word.plain in known and after not in _TURN
    )
