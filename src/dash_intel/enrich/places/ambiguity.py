"""Names that may mean several countries, settled by the rest of the text."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dash_intel.enrich.places.around import word_after, word_before
from dash_intel.enrich.places.matching import Mention
from dash_intel.vocab.places import context_words, namesakes

_STREET = "place.street@1"
_WORD = "place.word@1"
_MAY_NAME_STREETS = frozenset({"country", "capital", "city", "admin1"})
_FEW_STATES = 2
_MAY_BE_TWINS = frozenset({"capital", "city", "country", "alias"})
_STATES = frozenset({"admin1", "abbreviation"})
_AMERICAN = frozenset({"admin1", "abbreviation", "county", "city"})
_CAUCASUS = frozenset({"GEO", "ARM", "AZE"})
_CAUCASIAN_REGIONS = frozenset({"caucasus", "south_caucasus", "north_caucasus", "black_sea"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the sure mentions of a text say.

    ``counts`` are mentions a country, ``names`` the names that speak of it, ``states`` the states
    named; ``is_caucasian`` and ``is_american`` tell which Georgia the text is near.
    """

    counts: Mapping[str, int]
    names: Mapping[str, Collection[str]]
    states: Collection[str]
    is_caucasian: bool
    is_american: bool

    def is_about(self, country: str) -> bool:
        """Tell whether a place of ``country`` may be meant.

        Texts from all over the world speak of the United States; only one that names a state, a
        county or a town of theirs is about places there.
        """
        return self.is_american if country == "USA" else self.counts[country] > 0

    def besides(self, name: str) -> set[str]:
        """Return the countries that something else than ``name`` speaks of."""
        return {country for country, names in self.names.items() if set(names) != {name}}


def settle(text: str, found: Sequence[Mention]) -> None:
    """Settle what each ambiguous mention means, or take its country away."""
    for mention in found:
        if mention.is_firm and _names_a_street(text, mention):
            mention.is_firm = False
            mention.rule = _STREET
        elif mention.is_firm and "word" in mention.name.flags and _opens(text, mention.start):
            mention.is_firm = False
            mention.rule = _WORD
    evidence = _evidence(found)
    if 0 < len(evidence.states) <= _FEW_STATES:
        _settle_twins(found, evidence)
    for mention in found:
        if mention.is_firm or not mention.countries:
            continue
        flags = mention.name.flags
        if mention.rule in {_STREET, _WORD}:
            if not evidence.counts[mention.countries[0]]:
                _turn(mention, ())
        elif mention.name.name == "Georgia":
            _settle_georgia(mention, evidence)
        elif "seat" in flags:
            _settle_seat(text, mention, evidence)
        elif "joint" in flags:
            _settle_joint(mention, evidence)
        else:
            _settle_city(mention, evidence)


def _names_a_street(text: str, mention: Mention) -> bool:
    if (
        mention.name.kind not in _MAY_NAME_STREETS
        or not text[mention.end + 1 : mention.end + 2].isupper()
    ):
        return False
    after = word_after(text, mention.end)[0]
    return after in context_words("thoroughfare") or after[:-1] in context_words("thoroughfare")


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence opens at ``start``."""
    before = text[max(0, start - 8) : start].rstrip(" \"'“‘(-–—•*")
    return not before or before[-1] in ".!?:\n"


def _evidence(found: Sequence[Mention]) -> Surroundings:
    counts: Counter[str] = Counter()
    names: dict[str, set[str]] = {}
    states = set()
    is_caucasian = is_american = False
    for mention in found:
        for country in mention.countries:
            if mention.is_firm:
                names.setdefault(country, set()).add(mention.name.name)
                counts[country] += 1
        if mention.countries and mention.name.kind in _STATES and mention.is_firm:
            states.add(mention.name.state or mention.name.name)
        elif mention.countries and mention.name.state:
            states.add(mention.name.state)
        is_caucasian |= mention.name.region in _CAUCASIAN_REGIONS
        is_american |= mention.countries == ("USA",) and mention.name.kind in _AMERICAN
    is_caucasian |= any(counts[country] for country in _CAUCASUS)
    return Surroundings(counts, names, tuple(sorted(states)), is_caucasian, is_american)


def _settle_twins(found: Sequence[Mention], evidence: Surroundings) -> None:
    """Turn a name into its namesake in a state that the text is about.

    Only where nothing else speaks of the name's own country; a country's name gives way only in
    a text of one state and no other country.
    """
    twins = namesakes()
    for mention in found:
        if not mention.countries or mention.name.kind not in _MAY_BE_TWINS:
            continue
        twin = next(
            (
                twins[mention.name.name, state]
                for state in evidence.states
                if (mention.name.name, state) in twins
            ),
            None,
        )
        if twin is None:
            continue
        others = evidence.besides(mention.name.name)
        is_country = mention.name.kind in {"country", "alias"}
        is_local = len(evidence.states) == 1 and others == {twin}
        if others.isdisjoint(mention.countries) and (is_local or not is_country):
            _turn(mention, (twin,))


def _settle_georgia(mention: Mention, evidence: Surroundings) -> None:
    if evidence.is_american and not evidence.is_caucasian:
        _turn(mention, ("USA",))


def _settle_seat(text: str, mention: Mention, evidence: Surroundings) -> None:
    is_place = word_before(text, mention.start)[0] in context_words("locative")
    if not (
        is_place
        or evidence.counts[mention.countries[0]]
        or word_after(text, mention.end)[0] in context_words("locality")
    ):
        _turn(mention, ())


def _settle_joint(mention: Mention, evidence: Surroundings) -> None:
    spoken_of = tuple(country for country in mention.countries if evidence.counts[country])
    if spoken_of:
        _turn(mention, spoken_of)


def _settle_city(mention: Mention, evidence: Surroundings) -> None:
    own = mention.name.countries[0]
    if evidence.counts[own]:
        return
    others = [country for country in mention.name.also if evidence.is_about(country)]
    if others:
        _turn(mention, (max(others, key=lambda country: evidence.counts[country]),))
    elif "evidence" in mention.name.flags:
        _turn(mention, ())


def _turn(mention: Mention, countries: tuple[str, ...]) -> None:
    mention.countries = countries
    mention.rule = "place.cooccurring@1"
    mention.is_firm = True
