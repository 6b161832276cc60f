"""Reads Recommendations and Outlook: advice, then the scenarios that stand among its bullets."""

from dataclasses import dataclass, field, replace
from typing import cast

from dash_intel.model.items import Horizon, Recommendation, Scenario
from dash_intel.model.span import Span
from dash_intel.parse.absence import is_absent
from dash_intel.parse.blocks import Block, blocks
from dash_intel.parse.label import Label
from dash_intel.parse.labels import known_label, may_be_labelled
from dash_intel.parse.notes import Notes
from dash_intel.parse.scenarios import (
    labelled,
    looks_ahead,
    prose_kind,
    scenario_label,
    split,
    triggers,
    unlabelled,
    with_part,
)
from dash_intel.parse.sentences import sentences
from dash_intel.vocab.labels import labels

LONGEST_HEADING = 90
MOST_ITEMS = 2_000


@dataclass(slots=True)
class _State:
    listed: bool
    mode: str = "recommendations"
    heading: Label | None = None
    scenario_indent: int = 0
    awaits_triggers: bool = False
    recommendations: list[Recommendation] = field(default_factory=list)
    scenarios: list[Scenario] = field(default_factory=list)


def read_outlook(
    notes: Notes, body: Span
) -> tuple[tuple[Recommendation, ...], tuple[Scenario, ...]]:
    """Return the recommendations and the scenarios of ``body``."""
    parts = blocks(notes.document, body)
    advice = [at for at, block in enumerate(parts) if block.bulleted and _is_advice(notes, block)]
    state = _State(bool(advice))
    for at, block in enumerate(parts):
        if not (
            _scenario(notes, state, block)
            or _heading(notes, state, block)
            or _detail(notes, state, block)
        ):
            _plain(notes, state, block, closes=at > max(advice, default=-1))
    return tuple(state.recommendations), tuple(state.scenarios)


def _is_advice(notes: Notes, block: Block) -> bool:
    return not may_be_labelled(notes.document, block.span) or (
        scenario_label(notes.document, block.span) is None
        and known_label(notes.document, block.span, labels("outlook")) is None
        and known_label(notes.document, block.span, labels("scenario_part")) is None
    )


def _heading(notes: Notes, state: _State, block: Block) -> bool:
    label = known_label(notes.document, block.span, labels("outlook"))
    if label is None:
        return False
    notes.claim(block.span)
    state.mode, state.heading = labels("outlook")[label.key], label
    state.awaits_triggers = False
    if label.rest.start < label.rest.end:
        rest = Block(label.rest, False, block.indent)
        if state.mode == "scenarios":
            if not _scenario(notes, state, rest):
                _prose(notes, state, rest)
        else:
            _advise(notes, state, _items(notes, label.rest))
    return True


def _scenario(notes: Notes, state: _State, block: Block) -> bool:
    found = labelled(notes, block, "outlook")
    if found:
        state.mode, state.scenario_indent, state.awaits_triggers = "scenarios", block.indent, False
        state.scenarios.extend(found)
    return bool(found)


def _detail(notes: Notes, state: _State, block: Block) -> bool:
    if state.mode != "scenarios" or not state.scenarios:
        return False
    last = state.scenarios[-1]
    fuller = with_part(notes, last, block)
    if fuller is not None:
        state.scenarios[-1] = fuller
        state.awaits_triggers = fuller == last
        return True
    if not block.bulleted:
        return False
    if state.awaits_triggers and block.indent > state.scenario_indent:
        more = triggers(notes.document, block.span)
        state.scenarios[-1] = replace(last, triggers=last.triggers + more)
    elif not last.text:
        state.scenarios[-1] = _told(notes, last, block.span)
    elif block.indent > state.scenario_indent and not last.triggers:
        state.scenarios[-1] = _told(notes, last, Span(last.span.start, block.span.end))
    else:
        return False
    notes.claim(block.span)
    return True


def _told(notes: Notes, scenario: Scenario, span: Span) -> Scenario:
    return replace(scenario, text=notes.document.words(span), span=span)


def _plain(notes: Notes, state: _State, block: Block, *, closes: bool) -> None:
    words = notes.document.words(block.span)
    if is_absent(words):
        return
    if words.rstrip("*").endswith(":") and len(words) <= LONGEST_HEADING:
        notes.claim(block.span)
        state.mode, state.heading = "recommendations", None
    elif state.mode == "scenarios":
        if not any(scenario.label for scenario in state.scenarios):
            _prose(notes, state, block)
    elif block.bulleted:
        _advise(notes, state, (block.span,))
    else:
        _unlisted(notes, state, block, closes=closes)


def _prose(notes: Notes, state: _State, block: Block) -> None:
    if block.bulleted:
        kind = prose_kind(notes.document, block.span) or "unlabelled"
        state.scenarios.append(unlabelled(notes, block.span, "outlook", kind))
        return
    spans = sentences(notes.document, block.span)
    kinds = [prose_kind(notes.document, span) for span in spans]
    if not any(kinds):
        state.scenarios.append(unlabelled(notes, block.span, "outlook"))
        return
    starts = [i for i, kind in enumerate(kinds) if kind is not None]
    for i, following in zip(starts, [*starts[1:], len(spans)], strict=True):
        passage = Span(spans[i].start, spans[following - 1].end)
        kind = kinds[i] or "unlabelled"
        state.scenarios.append(unlabelled(notes, passage, "outlook", kind))


def _unlisted(notes: Notes, state: _State, block: Block, *, closes: bool) -> None:
    """Read a paragraph among advice: advice where nothing is listed, the outlook behind the list.

    Any other is left unread.
    """
    spans = sentences(notes.document, block.span)
    told = (i for i, span in enumerate(spans) if prose_kind(notes.document, span) is not None)
    first = next(told, len(spans))
    if not state.listed:
        advice = (span for span in spans[:first] if not is_absent(notes.document.words(span)))
        _advise(notes, state, tuple(advice))
    if first < len(spans) and closes:
        _prose(notes, state, Block(Span(spans[first].start, block.span.end), False, 0))
    elif state.listed and closes and looks_ahead(notes.document, block.span):
        _prose(notes, state, block)


def _items(notes: Notes, span: Span) -> tuple[Span, ...]:
    found = sentences(notes.document, span)
    return split(notes.document, span, ";") if len(found) == 1 else found


def _advise(notes: Notes, state: _State, spans: tuple[Span, ...]) -> None:
    horizon = state.mode if state.mode in {"immediate", "medium_term"} else None
    for span in spans[:MOST_ITEMS]:
        notes.claim(span)
        state.recommendations.append(
            Recommendation(
                recommendation_id="",
                text=notes.document.words(span),
                horizon=cast("Horizon | None", horizon),
                span=span,
                heading=state.heading.span if state.heading and horizon else None,
            )
        )
