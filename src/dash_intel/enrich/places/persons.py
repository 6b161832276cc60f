"""Persons who are called like a place: Michael Jordan, Chad Smith, Mrs. London."""

from collections.abc import Collection, Sequence
from functools import cache

from dash_intel.enrich.places.around import is_name_like, word_after, word_before
from dash_intel.enrich.places.matching import Mention
from dash_intel.vocab.places import context_words, person_words, place_names

_PLACES = frozenset({"country", "alias", "capital", "city", "admin1"})
_HEADS = frozenset(
    {"St.", "St", "Saint", "San", "Santa", "Fort", "Ft.", "Port", "Lake", "Mount", "Mt.", "Prince"}
)
_RULE = "place.person@1"


def drop_persons(text: str, found: Sequence[Mention]) -> None:
    """Take the country from every mention that is part of a person's name.

    A name that was a person once is one in the whole text where nothing else speaks of its
    country and no locative stands before it.
    """
    starts = {mention.start for mention in found}
    ends = {mention.end for mention in found}
    persons: set[str] = set()
    candidates = _may_be_persons()
    for mention in found:
        if mention.name.name in candidates and _is_person(text, mention, starts, ends):
            _drop(mention)
            persons.add(mention.name.name)
    if persons:
        _drop_repeated(text, found, persons)


@cache
def _may_be_persons() -> frozenset[str]:
    return frozenset(
        name
        for name, entry in place_names().items()
        if "surname" in entry.flags or (entry.kind in _PLACES and " " not in name)
    )


def _is_person(text: str, mention: Mention, starts: Collection[int], ends: Collection[int]) -> bool:
    before, begin = word_before(text, mention.start)
    if before and before[0].isupper() and begin + len(before) not in ends:
        if before in person_words("title"):
            return True
        if _is_given(text, before, begin, mention):
            return True
    return "given" in mention.name.flags and _is_followed_by_surname(text, mention, starts)


def _is_given(text: str, before: str, begin: int, mention: Mention) -> bool:
    given = person_words("given")
    if len(before) == 2 and before[1] == ".":
        return word_before(text, begin)[0] in given
    if before not in given or word_before(text, begin)[0] in _HEADS:
        return False
    return mention.name.kind != "admin1" or "given" in mention.name.flags


def _is_followed_by_surname(text: str, mention: Mention, starts: Collection[int]) -> bool:
    after, end = word_after(text, mention.end)
    if len(after) == 2 and after[1] == "." and after[0].isupper():
        after, end = word_after(text, end)
    start = end - len(after)
    after = after.removesuffix("'s").removesuffix("’s").removesuffix(".")
    if not is_name_like(after) or start in starts:
        return False
    if after in person_words("surname"):
        return True
    return after not in person_words("place_follower") and not _is_title_case(text, end)


def _is_title_case(text: str, end: int) -> bool:
    """Tell whether the word at ``end`` is followed by another capitalised one, as in headlines."""
    return word_after(text, end)[0][:1].isupper()


def _drop(mention: Mention) -> None:
    mention.countries = ()
    mention.rule = _RULE


def _drop_repeated(text: str, found: Sequence[Mention], persons: Collection[str]) -> None:
    spoken_of = {
        country
        for mention in found
        if mention.name.name not in persons
        for country in mention.countries
    }
    locatives = context_words("locative")
    for mention in found:
        is_alone = mention.name.name in persons and spoken_of.isdisjoint(mention.countries)
        if is_alone and word_before(text, mention.start)[0] not in locatives:
            _drop(mention)
