"""Reads the categories of a brief: insights, sentiment and policy relevance."""

import re
from dataclasses import dataclass, field, replace

from dash_intel.model.items import BriefSection, Confidence, Insight
from dash_intel.model.span import Span
from dash_intel.parse.categories import INSIGHT, category_name, is_known_category
from dash_intel.parse.confidence import LEVEL, level_of
from dash_intel.parse.document import Line
from dash_intel.parse.label import Label
from dash_intel.parse.labels import known_label
from dash_intel.parse.notes import Notes
from dash_intel.vocab.labels import labels

_CONFIDENCE = re.compile(rf"confidence\s{{0,4}}:?\s{{0,4}}\*{{0,2}}{LEVEL}", re.IGNORECASE)
_LEVEL = re.compile(rf"\*{{0,3}}{LEVEL}", re.IGNORECASE)
_CODE = re.compile(r"[A-Z]")


@dataclass(slots=True)
class _State:
    """What was read so far.

    ``open_label`` is the closing label whose text may go on; ``is_detailed`` tells whether details
    still belong to the last insight, ``is_stated`` whether its confidence was stated.
    """

    open_label: str | None = None
    is_detailed: bool = False
    is_stated: bool = False
    insights: list[Insight] = field(default_factory=list)
    sections: list[BriefSection] = field(default_factory=list)


def read_insights(
    notes: Notes, lines: tuple[Line, ...], heads: tuple[Line, ...]
) -> tuple[tuple[Insight, ...], tuple[BriefSection, ...]]:
    """Return the insights of ``lines`` and what is said once a category.

    ``heads`` are the lines that name a category. One named again gives a second section. What
    follows the level on the confidence line of an insight is the reason for it: it is read with
    the level, and kept only in the text.
    """
    state = _State()
    names = frozenset(line.span for line in heads)
    standing = frozenset(claim.start for claim in notes.claims)
    for line in lines:
        if line.span in names:
            _begin(notes, state, line)
        elif line.span.start in standing or is_known_category(notes.document, line):
            state.open_label, state.is_detailed = None, False
        elif not _insight(notes, state, line) and not _labelled(notes, state, line):
            _continued(notes, state, line)
    return tuple(state.insights), tuple(state.sections)


def _begin(notes: Notes, state: _State, line: Line) -> None:
    name = category_name(notes.document, line)
    if any(section.category.casefold() == name.casefold() for section in state.sections):
        notes.warn("repeated_section", f"“{name}” stands more than once.", line.span)
    notes.claim(line.span)
    state.sections.append(BriefSection(name, None, None))
    state.open_label, state.is_detailed = None, False


def _insight(notes: Notes, state: _State, line: Line) -> bool:
    document = notes.document
    start = document.without_bullet(line.span)
    match = INSIGHT.match(document.text, *start)
    if match is None:
        return False
    if not state.sections:
        notes.warn("no_category", "An insight stands under no category.", line.span)
    code = match["inside"].split(",")[0].strip()
    own = document.trimmed(Span(match.end(), line.span.end))
    notes.claim(line.span)
    state.open_label, state.is_detailed = None, True
    state.insights.append(
        Insight(
            category=state.sections[-1].category if state.sections else "",
            code=code if _CODE.fullmatch(code) else None,
            confidence=_in_bracket(notes, state, Span(*match.span("inside"))),
            text=document.words(own),
            credibility=None,
            coherence=None,
            span=own,
            heading=Span(start.start, match.end()),
        )
    )
    return True


def _in_bracket(notes: Notes, state: _State, inside: Span) -> Confidence | None:
    match = _CONFIDENCE.search(notes.document.text, *inside)
    state.is_stated = match is not None
    if match is None:
        return None
    level = level_of(match)
    if level is None:
        _warn_between(notes, inside)
    return level


def _labelled(notes: Notes, state: _State, line: Line) -> bool:
    """Read a line with a label; tell whether it is one, though it may be left unread."""
    label = known_label(notes.document, line.span, labels("insight"))
    if label is not None:
        state.open_label = None
        if state.is_detailed:
            _detail(notes, state, line, label)
        return True
    label = known_label(notes.document, line.span, labels("brief"))
    if label is None:
        return False
    state.open_label, state.is_detailed = None, False
    key = labels("brief")[label.key]
    if state.sections and _said(state.sections[-1], key) is None:
        state.open_label = key
        notes.claim(label.span)
        if label.rest.start < label.rest.end:
            _say(notes, state, label.rest)
    return True


def _detail(notes: Notes, state: _State, line: Line, label: Label) -> None:
    """Read a detail of the last insight; one that is stated again is left unread."""
    last, words = state.insights[-1], notes.document.words(label.rest)
    key = labels("insight")[label.key]
    if key == "credibility" and last.credibility is None:
        state.insights[-1] = replace(last, credibility=words or None)
    elif key == "coherence" and last.coherence is None:
        state.insights[-1] = replace(last, coherence=words or None)
    elif key == "confidence":
        notes.claim(label.span)
        if not _confidence(notes, state, label.rest):
            return
    else:
        return
    notes.claim(line.span)


def _confidence(notes: Notes, state: _State, rest: Span) -> bool:
    """Read the level that ``rest`` begins with; tell whether it does."""
    match = _LEVEL.match(notes.document.text, *rest)
    if match is None:
        return False
    last, level = state.insights[-1], level_of(match)
    if not state.is_stated:
        state.insights[-1], state.is_stated = replace(last, confidence=level), True
        if level is None:
            _warn_between(notes, rest)
    elif last.confidence is not None and level != last.confidence:
        notes.warn(
            "unclear_confidence",
            f"The bracket says {last.confidence}, the line below “{match.group()}”; "
            "the bracket is kept.",
            rest,
        )
    return True


def _warn_between(notes: Notes, where: Span) -> None:
    message = "The confidence of an insight lies between levels; none is taken."
    notes.warn("unclear_confidence", message, where)


def _continued(notes: Notes, state: _State, line: Line) -> None:
    if state.open_label is not None:
        _say(notes, state, line.span)


def _said(section: BriefSection, key: str) -> Span | None:
    return section.sentiment_span if key == "sentiment" else section.policy_span


def _say(notes: Notes, state: _State, more: Span) -> None:
    section, key = state.sections[-1], state.open_label or ""
    before = _said(section, key)
    span = Span(before.start if before else more.start, more.end)
    words = notes.document.words(span)
    notes.claim(span)
    state.sections[-1] = (
        replace(section, sentiment=words, sentiment_span=span)
        if key == "sentiment"
        else replace(section, policy_relevance=words, policy_span=span)
    )
