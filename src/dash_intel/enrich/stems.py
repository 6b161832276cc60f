"""The words of a sentence taken apart for comparing: stems, names, numbers, negation, lead verb."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import NamedTuple

import snowballstemmer

from dash_intel.enrich.numerals import numerals
from dash_intel.vocab.opposites import Side, opposites
from dash_intel.vocab.sentence_words import number_words, stop_words, synonyms

NEGATIONS = frozenset({"not", "never", "no", "nor", "cannot", "neither"})
LEAD_NEGATIONS = frozenset({"avoid", "refrain"})
"""Negations where they stand before the verb that advice begins with."""

KNOWN_WORDS = 131_072

_MODALS = frozenset({"should", "must", "ought", "shall"})
_LEAD_WORDS = 6
_LONG = 4
_DAYS = {"hour": 1, "day": 24, "week": 168}
_PLACE_LETTERS = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_IDIOMS = re.compile(
    r"\b(?:no later than|no fewer than|no less than|not only|24/7|whether or not)\b", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s?$")
_BEGINNINGS = frozenset(".!?:;•*–—-")
_NO_SIDES: frozenset[Side] = frozenset()
_stemmer = snowballstemmer.stemmer("english")
_stemmer_lock = Lock()


class Mention(NamedTuple):
    """A country that words ``[start, end)`` of a text mean."""

    start: int
    end: int
    iso3: str


class Word(NamedTuple):
    """What is known of a word by itself; ``stem`` is empty where it says nothing alone."""

    plain: str
    stem: str
    number: str | None
    is_negation: bool
    is_acronym: bool
    is_capital: bool
    is_long: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """A sentence taken apart, without its numbers.

    ``sides`` are those of opposed verbs anywhere in it, ``lead`` those of the verb that it begins
    with (behind ``should`` or ``must`` where there is one), ``lead_stem`` that verb's stem, empty
    where there is none.
    """

    stems: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    is_negated: bool
    sides: frozenset[Side]
    lead: frozenset[Side]
    lead_stem: str
    is_lead_negated: bool


def stem(word: str) -> str:
    """Return the stem of an English word in small letters (Snowball)."""
    with _stemmer_lock:
        return str(_stemmer.stemWord(word))


def parts(text: str, mentions: Sequence[Mention] = ()) -> Parts:
    """Take ``text`` apart; ``mentions`` are the countries that it names.

    A name is written with a capital letter inside a sentence, or with several anywhere. Where most
    words of a text are written so, only those with several capitals are names. Words that mean a
    country count by their first letters: Kazakh and Kazakhstan are alike, two cities are not.
    """
    plain_text = _IDIOMS.sub(lambda idiom: " " * len(idiom[0]), text)
    matches = list(_WORD.finditer(plain_text))
    words = [_word(match[0]) for match in matches]
    for at, match in enumerate(matches if mentions else ()):
        if _is_inside(match, mentions):
            words[at] = _place_word(match[0])
    capitals = sum(word.is_capital for word in words if word.is_long)
    is_titled = capitals * 2 > sum(word.is_long for word in words) > 1
    names = {
        word.stem
        for match, word in zip(matches, words, strict=True)
        if word.is_acronym or (word.is_capital and not is_titled and is_inner(text, match.start()))
    }
    said, numbers = _measured(words)
    at, is_lead_negated = _lead(words)
    named = _sides(words)
    return Parts(
        stems=frozenset(_canonical(one) for one in said - {""}),
        names=frozenset(_canonical(one) for one in names - {""}),
        numbers=frozenset(numbers),
        is_negated=is_lead_negated or any(word.is_negation for word in words),
        sides=frozenset(side for sides in named.values() for side in sides),
        lead=named.get(at, _NO_SIDES),
        lead_stem=words[at].stem if at < len(words) else "",
        is_lead_negated=is_lead_negated,
    )


def stems(text: str) -> frozenset[str]:
    """Return the stems of ``text``, those of names of countries and places too."""
    return frozenset(_word(match[0]).stem for match in _WORD.finditer(text)) - {""}


def place_words(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the first letters of the words in ``text`` that mean a country."""
    said = (match[0] for one in mentions for match in _WORD.finditer(text[one.start : one.end]))
    return frozenset(word.casefold()[:_PLACE_LETTERS] for word in said)


@lru_cache(maxsize=KNOWN_WORDS)
def _word(written: str) -> Word:
    plain = _POSSESSIVE.sub("", written.casefold())
    number = plain.replace(",", "") if plain[:1].isdigit() else number_words().get(plain)
    says_nothing = number is not None or plain in stop_words() or not plain
    return Word(
        plain=plain,
        stem="" if says_nothing else stem(plain),
        number=number,
        is_negation=plain in NEGATIONS or plain.endswith(("n't", "n’t")),
        is_acronym=any(letter.isupper() for letter in written[1:]),
        is_capital=written[0].isupper() and len(written) > 1,
        is_long=len(written) >= _LONG and number is None,
    )


@lru_cache(maxsize=KNOWN_WORDS)
def _place_word(written: str) -> Word:
    first = written.casefold()[:_PLACE_LETTERS]
    return _word(written)._replace(stem=first, is_acronym=True, is_long=False, number=None)


def _measured(words: Sequence[Word]) -> tuple[set[str], set[str]]:
    """Return stems and numbers, hours and weeks as days where they are whole days."""
    stems, numbers = [word.stem for word in words], set()
    for at, value in numerals([word.number for word in words]):
        unit = stems[at + 1] if at + 1 < len(stems) else ""
        if unit in _DAYS and value.isdigit() and int(value) * _DAYS[unit] % 24 == 0:
            stems[at + 1] = "day"
            numbers.add(str(int(value) * _DAYS[unit] // 24))
        else:
            numbers.add(value)
    return set(stems), numbers


@cache
def _same_stems() -> dict[str, str]:
    return {stem(word): stem(same) for word, same in synonyms().items()}


def _canonical(one: str) -> str:
    return _same_stems().get(one, one)


def _lead(words: Sequence[Word]) -> tuple[int, bool]:
    """Return where the verb stands that advice begins with, and whether it is negated."""
    start = next((at + 1 for at, word in enumerate(words) if word.plain in _MODALS), 0)
    is_negated = False
    for at, word in enumerate(words[start : start + _LEAD_WORDS], start):
        if word.is_negation or word.plain in LEAD_NEGATIONS:
            is_negated = True
        elif word.stem and not word.plain.endswith("ly"):
            return at, is_negated
    return len(words), is_negated


@cache
def _sides_of_stems() -> dict[tuple[str, ...], frozenset[Side]]:
    found: dict[tuple[str, ...], frozenset[Side]] = {}
    for verb, own in opposites().items():
        first, *particle = verb.split()
        key = (stem(first), *particle)
        found[key] = found.get(key, _NO_SIDES) | own
    return found


@cache
def _first_stems() -> frozenset[str]:
    return frozenset(first for first, *_ in _sides_of_stems())


def _sides(words: Sequence[Word]) -> dict[int, frozenset[Side]]:
    """Return where verbs with opposites stand, and their sides."""
    known, first = _sides_of_stems(), _first_stems()
    found = {}
    for at, word in enumerate(words):
        if word.stem in first:
            particle = tuple(one.plain for one in words[at + 1 : at + 2])
            sides = known.get((word.stem, *particle)) or known.get((word.stem,))
            if sides:
                found[at] = sides
    return found


def _is_inside(match: re.Match[str], mentions: Sequence[Mention]) -> bool:
    return any(one.start < match.end() and match.start() < one.end for one in mentions)


def is_inner(text: str, start: int) -> bool:
    """Tell whether what begins at ``start`` stands inside a sentence, not at its beginning."""
    before = text[max(0, start - 6) : start].rstrip(" \t\n\"'“‘(")
    return before != "" and before[-1] not in _BEGINNINGS
