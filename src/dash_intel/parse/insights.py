"""Reads the categories of a brief: insights, sentiment and policy relevance."""

import re
from dataclasses import dataclass, field, replace
from typing import cast

from dash_intel.model.items import BriefSection, Confidence, Insight
from dash_intel.model.span import Span
from dash_intel.parse.document import Document, Line
from dash_intel.parse.label import Label
from dash_intel.parse.labels import known_label, label_at
from dash_intel.parse.notes import Notes
from dash_intel.vocab.labels import labels

INSIGHT = re.compile(
    r"\**insight(?:\s{1,4}\d{1,3})?\**\s{0,4}\[(?P<inside>[^\]\n]{0,80})\]\**\s{0,4}:?\**\s{0,8}",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"confidence\s{0,4}:?\s{0,4}(?P<level>low|moderate|medium|high)\b", re.IGNORECASE
)
_LEVEL = re.compile(r"(?P<level>low|moderate|medium|high)\b", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]")
LONGEST_CATEGORY = 80


@dataclass(slots=True)
class _State:
    category: str | None = None
    open_label: str | None = None
    insights: list[Insight] = field(default_factory=list)
    sections: dict[str, BriefSection] = field(default_factory=dict)


def read_insights(
    notes: Notes, lines: tuple[Line, ...]
) -> tuple[tuple[Insight, ...], tuple[BriefSection, ...]]:
    """Return the insights of ``lines`` and what is said once a category."""
    state = _State()
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        if _insight(notes, state, line):
            state.open_label = None
        elif is_category(notes.document, line, following):
            notes.claim(line.span)
            state.category, state.open_label = _plain(notes.document, line.span), None
            state.sections.setdefault(state.category, BriefSection(state.category, None, None))
        elif not _labelled(notes, state, line):
            _continued(notes, state, line)
    return tuple(state.insights), tuple(state.sections.values())


def is_insight(document: Document, line: Line) -> bool:
    """Tell whether ``line`` begins an insight."""
    return INSIGHT.match(document.text, *document.without_bullet(line.span)) is not None


def is_category(document: Document, line: Line, following: Line | None) -> bool:
    """Tell whether ``line`` is the bare line above an insight that names its category."""
    label = label_at(document, line.span)
    return (
        following is not None
        and is_insight(document, following)
        and (label is None or label.rest.start == label.rest.end)
        and line.span.end - line.span.start <= LONGEST_CATEGORY
        and document.without_bullet(line.span) == line.span
        and known_label(document, line.span, {**labels("insight"), **labels("brief")}) is None
    )


def _plain(document: Document, span: Span) -> str:
    return document.words(span).strip("#*: \t")


def _insight(notes: Notes, state: _State, line: Line) -> bool:
    document = notes.document
    start = document.without_bullet(line.span)
    match = INSIGHT.match(document.text, *start)
    if match is None:
        return False
    if state.category is None:
        notes.warn("no_category", "An insight stands under no category.", line.span)
    inside = match["inside"]
    level = _CONFIDENCE.search(inside)
    code = inside.split(",")[0].strip()
    own = document.trimmed(Span(match.end(), line.span.end))
    notes.claim(line.span)
    state.insights.append(
        Insight(
            category=state.category or "",
            code=code if _CODE.fullmatch(code) else None,
            confidence=_level(level["level"]) if level else None,
            text=document.words(own),
            credibility=None,
            coherence=None,
            span=own,
            heading=Span(start.start, match.end()),
        )
    )
    return True


def _labelled(notes: Notes, state: _State, line: Line) -> bool:
    label = known_label(notes.document, line.span, labels("insight"))
    if label is not None and state.insights:
        _detail(notes, state, label, labels("insight")[label.key])
    else:
        label = known_label(notes.document, line.span, labels("brief"))
        if label is None or state.category is None:
            return False
        _once(notes, state, labels("brief")[label.key], label.rest)
    notes.claim(line.span)
    return True


def _detail(notes: Notes, state: _State, label: Label, key: str) -> None:
    last, words = state.insights[-1], notes.document.words(label.rest)
    state.open_label = None
    if key == "credibility":
        state.insights[-1] = replace(last, credibility=words or None)
        return
    if key == "coherence":
        state.insights[-1] = replace(last, coherence=words or None)
        return
    match = _LEVEL.match(words)
    level = _level(match["level"]) if match else None
    if last.confidence is None:
        state.insights[-1] = replace(last, confidence=level)
    elif level is not None and level != last.confidence:
        notes.warn(
            "unclear_confidence",
            f"The bracket says {last.confidence}, the line below {level}; the bracket is kept.",
            label.rest,
        )


def _once(notes: Notes, state: _State, key: str, rest: Span) -> None:
    state.open_label = key
    if rest.start < rest.end:
        _say(state, key, notes.document.words(rest))


def _continued(notes: Notes, state: _State, line: Line) -> None:
    if state.open_label is None or state.category is None:
        return
    notes.claim(line.span)
    _say(state, state.open_label, notes.document.words(line.span))


def _say(state: _State, key: str, words: str) -> None:
    section = state.sections[state.category or ""]
    before = section.sentiment if key == "sentiment" else section.policy_relevance
    said = f"{before} {words}" if before else words
    state.sections[section.category] = (
        replace(section, sentiment=said)
        if key == "sentiment"
        else replace(section, policy_relevance=said)
    )


def _level(word: str) -> Confidence:
    low = word.casefold()
    return cast("Confidence", "moderate" if low == "medium" else low)
