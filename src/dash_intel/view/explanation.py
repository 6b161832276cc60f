"""What every reading of a report was read from: the words, where they stand, and the rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from dash_intel.model.items import Entity, Recommendation, Risk, Tag, Technique
from dash_intel.model.reading import Evidence, ItemPlace, Likelihood, NamedRegion, Place
from dash_intel.model.report import Report
from dash_intel.model.span import Span
from dash_intel.view.words import ABSENT, BASES, ONE_OF_SEVERAL, count, moment
from dash_intel.vocab.advice import instruments
from dash_intel.vocab.categories import category_label
from dash_intel.vocab.countries import countries
from dash_intel.vocab.impact import impact_label
from dash_intel.vocab.likelihood import SEVERAL, shown
from dash_intel.vocab.tags import themes

INHERITED = "inherited from the report"


@dataclass(frozen=True, slots=True)
class Correction:
    """That somebody corrected a reading; ``values`` as shown, none where there is nothing to read.

    ``read`` are the values that were read before, none where nothing was.
    """

    field: str
    values: tuple[str, ...]
    who: str
    at: datetime
    reason: str
    read: tuple[str, ...]

    @property
    def said(self) -> str:
        """Who corrected it, when and why, and what was read from the text, if it is read there."""
        deed = "Rejected" if self.field == "rejected" else "Corrected"
        told = f"{deed} by {self.who}, {moment(self.at)}: {self.reason}"
        if self.field in {"rejected", "group", "event"}:
            return told
        return f"{told} · Read as: {'; '.join(self.read) or ABSENT}"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of one item; ``item_id`` is None for what is read from the report as a whole.

    ``words`` are exactly the characters of ``spans``, as many; ``rule`` carries its version. They
    are what was read, also where ``correction`` says that ``value`` is what somebody put in place.
    """

    item_id: str | None
    subject: str
    value: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: str | None
    correction: Correction | None = None


def explanation(report: Report) -> tuple[Reading, ...]:
    """Return all readings of ``report``: of the whole first, then item by item."""
    return tuple(_all(report))


def _all(report: Report) -> Iterator[Reading]:
    text, contents = report.text, report.contents
    for place in contents.places:
        yield _place(text, place)
    for region in contents.named_regions:
        yield _named_region(text, region)
    for at, technique in enumerate(contents.techniques, 1):
        yield _technique(text, f"technique-{at}", technique)
    for risk in contents.risks:
        yield from _risk(text, risk)
    for advice in contents.recommendations:
        yield from _recommendation(text, advice)
    for scenario in contents.scenarios:
        yield _likelihood(text, scenario.scenario_id, scenario.likelihood)
        yield from _item_places(text, scenario.scenario_id, scenario.places)
    for at, entity in enumerate(contents.entities, 1):
        if entity.rule:
            yield _entity(text, f"entity-{at}", entity)
    for at, tag in enumerate(contents.tags, 1):
        yield from _tag(text, f"tag-{at}", tag)


def _place(text: str, place: Place) -> Reading:
    actor = f", {place.actor_mentions} as an actor" if place.actor_mentions else ""
    where = [name for name, is_so in (("title", place.in_title), ("BLUF", place.in_bluf)) if is_so]
    named = f", named in the {' and '.join(where)}" if where else ""
    return Reading(
        None,
        country(place.iso3),
        f"{place.role}: {count(place.mentions, 'mention')}{actor}, {place.share:.0%} of all{named}",
        tuple(span.of(text) for span in place.spans),
        place.spans,
        ", ".join(dict.fromkeys(place.rules)) or None,
    )


def _named_region(text: str, region: NamedRegion) -> Reading:
    words = tuple(span.of(text) for span in region.spans)
    value = f"named {count(len(words), 'time')}"
    return Reading(None, region.name, value, words, region.spans, region.rule)


def _technique(text: str, item_id: str, found: Technique) -> Reading:
    span = found.heading or found.span
    value = f"{found.match} match" if found.match != "none" else "no technique of the handbook"
    return Reading(item_id, "Name", value, (span.of(text),), (span,), found.rule)


def _risk(text: str, risk: Risk) -> Iterator[Reading]:
    if risk.polarity_evidence:
        value = risk.polarity.capitalize()
        yield _evidence(risk.risk_id, "Polarity", value, risk.polarity_evidence)
    yield _likelihood(text, risk.risk_id, risk.likelihood)
    impact = risk.impact
    yield (
        Reading(risk.risk_id, "Impact", ABSENT, (), (), None)
        if impact is None
        else Reading(
            risk.risk_id,
            "Impact",
            f"{impact_label(impact.level)} ({impact.level} of 5)",
            impact.words,
            impact.spans,
            impact.rule,
        )
    )
    for category in risk.categories:
        value = category_label(category.key)
        found = Evidence(category.words, category.spans, category.rule)
        yield _evidence(risk.risk_id, "Category", value, found)
    yield from _item_places(text, risk.risk_id, risk.places)


def _recommendation(text: str, advice: Recommendation) -> Iterator[Reading]:
    item_id = advice.recommendation_id
    if advice.instrument and advice.instrument_evidence:
        value = instruments()[advice.instrument]
        yield _evidence(item_id, "Instrument", value, advice.instrument_evidence)
    if advice.addressee and advice.addressee_evidence:
        yield _evidence(item_id, "Addressee", advice.addressee, advice.addressee_evidence)
    yield from _item_places(text, item_id, advice.places)


def _likelihood(text: str, item_id: str, found: Likelihood | None) -> Reading:
    if found is None:
        return Reading(item_id, "Likelihood", ABSENT, (), (), None)
    more = f", {ONE_OF_SEVERAL}" if SEVERAL in found.rule else ""
    value = f"{_chance(found)}, {BASES[found.basis]}{more}"
    return Reading(item_id, "Likelihood", value, (found.span.of(text),), (found.span,), found.rule)


def _chance(found: Likelihood) -> str:
    if found.basis != "number":
        return shown(found.term)
    low, high = round((found.low or 0) * 100), round((found.high or 0) * 100)
    return found.term if low == high else f"{found.term} ({low}–{high}%)"


def country(iso3: str) -> str:
    """Return the name of a country, its code where no vocabulary of today knows it."""
    known = countries().get(iso3)
    return known.name if known else iso3


def _item_places(text: str, item_id: str, places: tuple[ItemPlace, ...]) -> Iterator[Reading]:
    own = [place for place in places if not place.inherited]
    for place in own:
        words = tuple(span.of(text) for span in place.spans)
        yield Reading(item_id, "Place", country(place.iso3), words, place.spans, "place.item@1")
    if places and not own:
        names = ", ".join(country(place.iso3) for place in places)
        yield Reading(item_id, "Place", f"{names}, {INHERITED}", (), (), "place.inherited@1")


def _entity(text: str, item_id: str, found: Entity) -> Reading:
    value = found.type or ABSENT
    return Reading(item_id, "Entity", value, (found.span.of(text),), (found.span,), found.rule)


def _tag(text: str, item_id: str, tag: Tag) -> Iterator[Reading]:
    if tag.theme:
        yield Reading(
            item_id,
            "Theme",
            themes().get(tag.theme, tag.theme),
            (tag.as_written,),
            (tag.span,),
            tag.rule,
        )
    words = tuple(span.of(text) for span in tag.support_spans)
    value = {
        None: "not known: the vocabulary has no words for it",
        True: f"by {count(len(words), 'passage')} of the body",
        False: "by nothing in the body",
    }[tag.supported]
    yield Reading(item_id, "Support", value, words, tag.support_spans, tag.rule)


def _evidence(item_id: str, subject: str, value: str, found: Evidence) -> Reading:
    return Reading(item_id, subject, value, found.words, found.spans, found.rule)
