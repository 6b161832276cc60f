"""What a report says of places: countries, regions it names, and M49 regions of its countries."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dash_intel.enrich.places.actors import mark_actors
from dash_intel.enrich.places.ambiguity import settle
from dash_intel.enrich.places.containment import read_containers
from dash_intel.enrich.places.languages import drop_languages
from dash_intel.enrich.places.matching import GENITIVE, Mention, mentions, searchable
from dash_intel.enrich.places.persons import drop_persons
from dash_intel.enrich.places.titles import without_publisher
from dash_intel.model.reading import ItemPlace, NamedRegion, Place, Region, Role
from dash_intel.model.span import Span
from dash_intel.vocab.countries import countries, named_regions

PRIMARY_SHARE = 0.15
ACTOR_WEIGHT = 0.5
_EUROPEAN_UNION = "european_union"


@dataclass(frozen=True, slots=True)
class PlaceReadings:
    """The places of one report. ``mentions`` are in order and do not overlap.

    ``inherited`` are the primary countries, as items that name no country have them.
    """

    places: tuple[Place, ...]
    named_regions: tuple[NamedRegion, ...]
    regions: tuple[Region, ...]
    mentions: tuple[Mention, ...] = ()
    starts: tuple[int, ...] = ()
    inherited: tuple[ItemPlace, ...] = ()

    def of_item(self, span: Span) -> tuple[tuple[ItemPlace, ...], tuple[str, ...]]:
        """Return the countries and the keys of named regions that stand in ``span``.

        Where no country stands there, the report's primary ones are inherited.
        """
        first = bisect_left(self.starts, span.start)
        last = bisect_right(self.starts, span.end - 1)
        inside = [mention for mention in self.mentions[first:last] if mention.end <= span.end]
        if not inside:
            return self.inherited, ()
        found: dict[str, list[Span]] = {}
        for mention in inside:
            for country in mention.countries:
                found.setdefault(country, []).append(Span(mention.start, mention.end))
        regions = dict.fromkeys(region for mention in inside if (region := _region(mention)))
        if found:
            own = (ItemPlace(iso3, False, tuple(spans)) for iso3, spans in found.items())
            return tuple(own), tuple(regions)
        return self.inherited, tuple(regions)


def read_places(
    text: str, title: Span | None, bluf: Span | None, body: Sequence[Span]
) -> PlaceReadings:
    """Return the places that ``title``, ``bluf`` and ``body``, spans of ``text``, speak of."""
    plain = searchable(text)
    if title is not None:
        title = without_publisher(text, title)
    counted = _within(mentions(plain), [span for span in (title, bluf, *body) if span is not None])
    counted = [mention for mention in counted if _is_in_title_if_genitive(mention, title)]
    drop_persons(text, counted)
    drop_languages(text, counted)
    read_containers(text, counted)
    settle(text, counted)
    mark_actors(text, counted)
    kept = tuple(mention for mention in counted if mention.countries or _region(mention))
    places = _places(kept, title, bluf)
    return PlaceReadings(
        places,
        _named_regions(kept),
        _leaf_regions(places),
        kept,
        tuple(mention.start for mention in kept),
        tuple(ItemPlace(place.iso3, True) for place in places if _is_primary(place)),
    )


def read_text(title: str, text: str) -> PlaceReadings:
    """Return the places of a plain text under a title, as those of a report are read.

    Offsets are those of the title, an empty line, and the text.
    """
    whole = f"{title}\n\n{text}"
    body = Span(len(title) + 2, len(whole))
    return read_places(whole, Span(0, len(title)), None, (body,))


def _within(found: Iterable[Mention], spans: Iterable[Span]) -> list[Mention]:
    ordered = sorted(spans)
    starts = [span.start for span in ordered]
    reach: list[int] = []
    for span in ordered:
        reach.append(max(span.end, reach[-1] if reach else 0))
    kept = []
    for mention in found:
        place = bisect_right(starts, mention.start) - 1
        if place >= 0 and mention.end <= reach[place]:
            kept.append(mention)
    return kept


def _places(kept: Sequence[Mention], title: Span | None, bluf: Span | None) -> tuple[Place, ...]:
    by_country: dict[str, list[Mention]] = {}
    for mention in kept:
        for country in mention.countries:
            by_country.setdefault(country, []).append(mention)
    weights = {country: sum(map(_weight, found)) for country, found in by_country.items()}
    total = sum(weights.values())
    places = (
        _place(country, found, weights[country] / total, (title, bluf))
        for country, found in by_country.items()
    )
    return tuple(sorted(places, key=lambda place: (-place.share, place.iso3)))


def _place(
    iso3: str,
    found: Sequence[Mention],
    share: float,
    heads: tuple[Span | None, Span | None],
) -> Place:
    spans = tuple([Span(mention.start, mention.end) for mention in found])
    in_title, in_bluf = [
        head is not None and any(head.contains(span) for span in spans) for head in heads
    ]
    return Place(
        iso3=iso3,
        role="primary" if share >= PRIMARY_SHARE or in_title or in_bluf else "mentioned",
        mentions=len(spans),
        actor_mentions=sum(mention.is_actor for mention in found),
        share=round(share, 4),
        in_title=in_title,
        in_bluf=in_bluf,
        spans=spans,
        rules=tuple(mention.rule for mention in found),
    )


def _named_regions(kept: Iterable[Mention]) -> tuple[NamedRegion, ...]:
    found: dict[str, list[Span]] = {}
    for mention in kept:
        region = _region(mention)
        if region is not None:
            found.setdefault(region, []).append(Span(mention.start, mention.end))
    names = named_regions()
    return tuple(
        NamedRegion(key, names[key], tuple(spans), "place.region@1")
        for key, spans in sorted(found.items())
    )


def _leaf_regions(places: Iterable[Place]) -> tuple[Region, ...]:
    roles: dict[tuple[str, str], Role] = {}
    for place in places:
        country = countries()[place.iso3]
        leaf = (country.leaf, country.leaf_name)
        if country.leaf and (leaf not in roles or _is_primary(place)):
            roles[leaf] = place.role
    return tuple(Region(code, name, role) for (code, name), role in sorted(roles.items()))


def _is_in_title_if_genitive(mention: Mention, title: Span | None) -> bool:
    if mention.rule != GENITIVE:
        return True
    return title is not None and title.contains(Span(mention.start, mention.end))


def _region(mention: Mention) -> str | None:
    if "seat" in mention.name.flags and not mention.countries:
        return _EUROPEAN_UNION
    return mention.name.region


def _weight(mention: Mention) -> float:
    return ACTOR_WEIGHT if mention.name.kind == "actor" else 1.0


def _is_primary(place: Place) -> bool:
    return place.role == "primary"
