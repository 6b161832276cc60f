"""What was read from a report, section by section."""

from collections.abc import Iterable, Sequence

from dash_intel.model.items import Hypothesis, Risk, Statement, Technique
from dash_intel.model.report import Contents
from dash_intel.model.span import Span
from dash_intel.view.flowing import flowing
from dash_intel.view.item import Chip, Group, Item, Section
from dash_intel.view.words import (
    ABSENT,
    ASSUMPTION_KINDS,
    ENTITY_TYPES,
    HORIZONS,
    named,
)


def bluf(contents: Contents) -> Section:
    """Return the bottom line up front, as the report puts it."""
    words, span = contents.head.bluf, contents.head.spans.bluf
    items = (Item("bluf", "head", flowing(words), span),) if words else ()
    return Section("bluf", "Bottom line up front", "quote", _one_group(items))


def head(contents: Contents) -> Section:
    """Return the facts that the head states or leaves open."""
    stated = contents.head
    spans = stated.spans
    published = f"{stated.published_on:%Y-%m-%d}" if stated.published_on else None
    confidence = stated.confidence.capitalize() if stated.confidence else None
    facts = (
        _fact("headline", "Headline", stated.headline, spans.headline),
        _fact("title", "Page title", stated.title, spans.title),
        _fact("published_on", "Published", published, spans.published_on),
        _fact("publisher", "Publisher", stated.publisher, spans.publisher),
        _fact("confidence", "Confidence", confidence, spans.confidence),
        _fact("marking", "Marking", stated.marking, spans.marking),
    )
    return Section("head", "Stated in the head", "facts", (Group(facts),))


def techniques(contents: Contents) -> Section:
    """Return the techniques that the report names; naming one is not applying it."""
    items = tuple(_technique(at, found) for at, found in enumerate(contents.techniques, 1))
    return Section("techniques", "Techniques named", "list", _one_group(items))


def _technique(at: int, found: Technique) -> Item:
    written = f"written “{found.as_written}”" if found.as_written != found.name else None
    notes = " · ".join(note for note in (found.family, written) if note)
    return Item(
        f"technique-{at}",
        "technique",
        flowing(found.text),
        found.span if found.text else found.heading,
        label=found.name,
        notes=(notes,) if notes else (),
    )


def hypotheses(contents: Contents) -> Section:
    """Return the competing hypotheses and the assessment that decides between them."""
    found = contents.hypotheses
    items = [_hypothesis(at, hypothesis) for at, hypothesis in enumerate(found, 1)]
    if contents.assessment:
        items.append(_statement("assessment", "assessment", contents.assessment, "Assessment"))
    undecided = found and all(hypothesis.preferred is None for hypothesis in found)
    note = "The report does not say which it prefers." if undecided else None
    return Section(
        "hypotheses", "Competing hypotheses", "list", _one_group(tuple(items)), note=note
    )


def _hypothesis(at: int, found: Hypothesis) -> Item:
    chips = (Chip("Preferred", "green"),) if found.preferred else ()
    label = flowing(found.label)
    return Item(
        f"hypothesis-{at}",
        "hypothesis",
        flowing(found.text),
        found.span,
        label=f"Hypothesis {label}" if len(label) < 3 else label,
        chips=chips,
    )


def assumptions(contents: Contents) -> Section:
    """Return assumptions, red flags, gaps and biases, each kind under its name."""
    groups = tuple(
        Group(
            tuple(
                Item(f"assumption-{at}", "assumption", flowing(found.text), found.span)
                for at, found in enumerate(contents.assumptions, 1)
                if found.kind == kind
            ),
            title,
        )
        for kind, title in ASSUMPTION_KINDS.items()
        if any(found.kind == kind for found in contents.assumptions)
    )
    return Section("assumptions", "Key assumptions and red flags", "list", groups)


def risks(contents: Contents) -> Section:
    """Return the sentences of Implications and Strategic Risks."""
    return Section(
        "risks",
        "Implications and strategic risks",
        "list",
        _one_group(tuple(_risk(risk) for risk in contents.risks)),
    )


def _risk(risk: Risk) -> Item:
    label = flowing(risk.label) if risk.label else None
    return Item(risk.risk_id, "risk", flowing(risk.text), risk.span, label=label)


def recommendations(contents: Contents) -> Section:
    """Return the advice, by horizon where the report gives one."""
    horizons = dict.fromkeys(found.horizon for found in contents.recommendations)
    groups = tuple(
        Group(
            tuple(
                Item(found.recommendation_id, "recommendation", flowing(found.text), found.span)
                for found in contents.recommendations
                if found.horizon == horizon
            ),
            _horizon_title(horizon, len(horizons)),
        )
        for horizon in horizons
    )
    return Section("recommendations", "Recommendations", "list", groups)


def _horizon_title(horizon: str | None, horizons: int) -> str | None:
    if horizon:
        return named(horizon, HORIZONS)
    return "No horizon stated" if horizons > 1 else None


def entities(contents: Contents) -> Section:
    """Return who is listed or named, and where the report says that it names no one."""
    listed = tuple(
        Item(
            f"entity-{at}",
            "entity",
            flowing(found.name),
            found.span,
            notes=tuple(
                note
                for note in (found.type and named(found.type, ENTITY_TYPES), found.role)
                if note
            ),
            chips=(Chip("In the body"),) if found.origin == "body" else (),
        )
        for at, found in enumerate(contents.entities, 1)
    )
    gaps = tuple(
        _statement(f"gap-{at}", "gap", gap) for at, gap in enumerate(contents.declared_gaps, 1)
    )
    groups = _one_group(listed) + ((Group(gaps, "Declared gap"),) if gaps else ())
    note = "The report says that it lists none." if gaps and not listed else None
    return Section("entities", "Key individuals and entities", "list", groups, note=note)


def tags(contents: Contents) -> Section:
    """Return the thematic tags as the report writes them."""
    items = tuple(
        Item(f"tag-{at}", "tag", tag.as_written, tag.span)
        for at, tag in enumerate(contents.tags, 1)
    )
    return Section("tags", "Thematic tags", "names", _one_group(items))


def _fact(item_id: str, label: str, value: str | None, span: Span | None) -> Item:
    return Item(
        item_id, "head", flowing(value or ABSENT), span, label=label, is_quoted=value is not None
    )


def _statement(item_id: str, kind: str, found: Statement, label: str | None = None) -> Item:
    return Item(item_id, kind, flowing(found.text), found.span, label=label)


def _one_group(items: Sequence[Item] | Iterable[Item]) -> tuple[Group, ...]:
    kept = tuple(items)
    return (Group(kept),) if kept else ()
