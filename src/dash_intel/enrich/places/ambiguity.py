"""Names that may mean several countries, settled by the rest of the text."""

from collections import Counter
from collections.abc import Collection, Sequence

from dash_intel.enrich.places.around import word_after, word_before
from dash_intel.enrich.places.matching import Mention
from dash_intel.vocab.places import context_words, namesakes

_FEW_STATES = 2
_MAY_BE_TWINS = frozenset({"capital", "city", "country", "alias"})
_UNSURE = frozenset({"evidence", "pick", "joint", "seat"})
_CAUCASUS = frozenset({"GEO", "ARM", "AZE"})
_CAUCASIAN_REGIONS = frozenset({"caucasus", "south_caucasus", "north_caucasus", "black_sea"})


def settle(text: str, found: Sequence[Mention]) -> None:
    """Settle what each ambiguous mention means, or take its country away."""
    for mention in found:
        if mention.rule != "place.contained@1":
            mention.is_firm = not (mention.name.also or mention.name.flags & _UNSURE)
    evidence = Counter(
        country for mention in found if mention.is_firm for country in mention.countries
    )
    states = {
        mention.name.state or mention.name.name
        for mention in found
        if mention.countries and mention.name.kind in {"admin1", "abbreviation"}
    }
    _settle_twins(found, states)
    for mention in found:
        if mention.is_firm or not mention.countries:
            continue
        flags = mention.name.flags
        if mention.name.name == "Georgia":
            _settle_georgia(mention, found, evidence)
        elif "seat" in flags:
            _settle_seat(text, mention, evidence)
        elif "joint" in flags:
            _settle_joint(mention, evidence)
        else:
            _settle_city(mention, evidence)


def _settle_twins(found: Sequence[Mention], states: Collection[str]) -> None:
    """Turn a name into its namesake in a state that the text is about.

    Only where nothing else speaks of the name's own country, and the text names few states; a
    country's name gives way only in a text of one state and no other country.
    """
    if not 0 < len(states) <= _FEW_STATES:
        return
    twins = namesakes()
    pairs = [(mention, state) for mention in found for state in states]
    for mention, state in pairs:
        twin = twins.get((mention.name.name, state))
        if twin is None or not mention.countries or mention.name.kind not in _MAY_BE_TWINS:
            continue
        others = {
            country
            for other in found
            if other.name.name != mention.name.name
            for country in other.countries
        }
        is_country = mention.name.kind in {"country", "alias"}
        is_local = len(states) == 1 and others == {twin}
        if others.isdisjoint(mention.countries) and (is_local or not is_country):
            _turn(mention, (twin,))


def _settle_georgia(mention: Mention, found: Sequence[Mention], evidence: Counter[str]) -> None:
    is_caucasian = any(evidence[country] for country in _CAUCASUS) or any(
        other.name.region in _CAUCASIAN_REGIONS for other in found
    )
    is_american = any(
        other.countries == ("USA",) and other.name.kind in {"admin1", "city", "abbreviation"}
        for other in found
    )
    if is_american and not is_caucasian:
        _turn(mention, ("USA",))


def _settle_seat(text: str, mention: Mention, evidence: Counter[str]) -> None:
    is_place = word_before(text, mention.start)[0] in context_words("locative")
    if not (
        is_place
        or evidence[mention.countries[0]]
        or word_after(text, mention.end)[0] in context_words("locality")
    ):
        _turn(mention, ())


def _settle_joint(mention: Mention, evidence: Counter[str]) -> None:
    spoken_of = tuple(country for country in mention.countries if evidence[country])
    if spoken_of:
        _turn(mention, spoken_of)


def _settle_city(mention: Mention, evidence: Counter[str]) -> None:
    own = mention.name.countries[0]
    if evidence[own]:
        return
    others = [country for country in mention.name.also if evidence[country]]
    if others:
        _turn(mention, (max(others, key=lambda country: evidence[country]),))
    elif "evidence" in mention.name.flags:
        _turn(mention, ())


def _turn(mention: Mention, countries: tuple[str, ...]) -> None:
    mention.countries = countries
    mention.rule = "place.cooccurring@1"
    mention.is_firm = True
