"""Places named with what contains them: Paris, Texas; Lebanon, Ohio; Austin, TX; R-Fla."""

from collections.abc import Sequence
from itertools import pairwise

from dash_intel.enrich.places.around import word_before, word_to
from dash_intel.enrich.places.matching import Mention
from dash_intel.vocab.places import namesakes, person_words

_CITIES = frozenset({"capital", "city"})
_STATES = frozenset({"admin1", "abbreviation"})
_MOVABLE = frozenset({"capital", "city", "country", "alias", "admin1"})
_BETWEEN = frozenset({", ", " (", " "})
_RULE = "place.contained@1"


def read_containers(text: str, found: Sequence[Mention]) -> None:
    """Drop abbreviations without a container's place, and move names into their containers.

    A name that was moved is moved in the whole text, unless something firm but the name itself
    speaks of its own country.
    """
    for mention in found:
        if "contained" in mention.name.flags and not _stands_as_container(text, mention):
            mention.countries = ()
    moved: dict[str, tuple[str, ...]] = {}
    for inner, outer in pairwise(found):
        if _is_within(text, inner, outer):
            moved[inner.name.name] = outer.countries
            _move(inner, outer.countries)
    if moved:
        _move_repeated(found, moved)


def _stands_as_container(text: str, mention: Mention) -> bool:
    start = mention.start
    before = text[max(0, start - 2) : start]
    if before in {"D-", "R-", "I-"}:
        return start < 3 or not text[start - 3].isalnum()
    if before != ", " or start < 4 or not text[start - 3].isalpha():
        return False
    word, begin = word_to(text, start - 2)
    if not word[:1].isupper() or (mention.name.name.isupper() and word.isupper()):
        return False
    return word_before(text, begin)[0] not in person_words("given")


def _is_within(text: str, inner: Mention, outer: Mention) -> bool:
    between = text[inner.end : outer.start]
    if between not in _BETWEEN or not outer.countries or inner.name.kind not in _MOVABLE:
        return False
    if inner.name.countries == outer.countries and "pick" not in inner.name.flags:
        return False
    if (inner.name.name, outer.name.state or outer.name.name) in namesakes():
        return True
    if outer.name.kind in _STATES:
        return between != " " and inner.name.kind in _CITIES and inner.name.also != ()
    country = outer.countries[0]
    is_country = outer.name.kind in {"country", "alias"} and between != " "
    return is_country and (country in inner.name.also or (inner.name.name, country) in namesakes())


def _move(mention: Mention, countries: tuple[str, ...]) -> None:
    mention.countries = countries
    mention.rule = _RULE
    mention.is_firm = True


def _move_repeated(found: Sequence[Mention], moved: dict[str, tuple[str, ...]]) -> None:
    spoken_of = {
        country
        for mention in found
        if mention.name.name not in moved
        for country in mention.countries
    }
    for mention in found:
        target = moved.get(mention.name.name)
        if target and mention.rule != _RULE and spoken_of.isdisjoint(mention.countries):
            _move(mention, target)
