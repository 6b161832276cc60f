"""Readings that somebody corrected, each with a reason."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import get_args

from dash_intel.errors import LedgerError
from dash_intel.ledger.log import Ledger
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.subjects import act_on, subject_of
from dash_intel.ledger.text import lines, passage
from dash_intel.model.items import Polarity
from dash_intel.model.ledger import Editing, Event, Kind, Override, Subject, Subjects, Value
from dash_intel.vocab.categories import risk_categories
from dash_intel.vocab.countries import countries
from dash_intel.vocab.decisions import label
from dash_intel.vocab.impact import impact_levels
from dash_intel.vocab.likelihood import TERMS

FIELDS: Mapping[str, tuple[Kind, ...]] = {
    "likelihood": ("risk", "scenario"),
    "impact": ("risk", "scenario"),
    "category": ("risk",),
    "polarity": ("risk",),
    "place": ("risk", "recommendation", "scenario", "document"),
    "tag": ("document",),
    "group": ("recommendation",),
    "event": ("document",),
    "rejected": ("risk", "recommendation", "scenario"),
}
"""What can be corrected, and of what."""

SEVERAL = frozenset({"category", "place", "tag"})
NEVER_NONE = frozenset({"polarity", "rejected"})
RELATED: Mapping[str, Kind] = {"group": "recommendation", "event": "document"}
"""Fields whose value is the id of another such subject; none stands for being alone."""

NONE = "none"


def choices(field: str) -> tuple[str, ...]:
    """Return the values that the vocabularies have for a field, in their order.

    Empty for a field that takes any words or ids; raises ``VocabularyError`` with file and line.
    """
    return tuple(map(str, _VOCABULARIES[field]())) if field in _VOCABULARIES else ()


_VOCABULARIES: Mapping[str, Callable[[], Iterable[str | int]]] = {
    "likelihood": lambda: TERMS,
    "impact": impact_levels,
    "category": risk_categories,
    "polarity": lambda: get_args(Polarity),
    "place": countries,
    "rejected": lambda: ("yes",),
}


def set_override(
    ledger: Ledger, known: Subjects, editing: Editing, field: str, value: tuple[str, ...]
) -> Event:
    """Keep what a reading should have been; nothing in ``value`` says there is nothing to read.

    Likelihood is a term of ICD 203, impact a level, places ISO 3166 codes, group and event the
    id of another member. ``LedgerError`` where no reason is given or the value cannot be.
    """
    kinds = _kinds(field)
    subject = subject_of(ledger, known, editing.subject_id, kinds)
    reason = _reason(editing)
    checked = _checked(field, tuple(one for one in value if one != NONE))
    if field in RELATED:
        checked = tuple(
            _related(ledger, known, subject, RELATED[field], other) for other in checked
        )

    def decide(standing: Standing) -> Mapping[str, Value]:
        setter = standing.setter(field)
        if setter and setter.after[field] == checked and setter.reason == reason:
            return {}
        return {field: checked}

    return ledger.record(act_on(subject, editing, "override.set"), decide)


def undo_override(ledger: Ledger, known: Subjects, editing: Editing, field: str) -> Event:
    """Take back a correction: the reading counts again as it was read."""
    subject = subject_of(ledger, known, editing.subject_id, _kinds(field))

    def decide(standing: Standing) -> Mapping[str, Value]:
        if standing.setter(field) is None:
            raise LedgerError(
                f"{label('reading', field)} of {subject.subject_id} was not corrected."
            )
        return {field: None}

    return ledger.record(act_on(subject, editing, "override.undo"), decide)


def overrides(standing: Standing) -> Iterator[Override]:
    """Yield the corrections of one subject that are in force, by field."""
    for field in standing.fields:
        event = standing.setter(field)
        if event:
            yield Override(
                subject_id=standing.subject_id,
                field=field,
                value=standing.texts(field),
                reason=event.reason or "",
                who=event.who,
                at=event.at,
                last=standing.last,
            )


def _kinds(field: str) -> tuple[Kind, ...]:
    if field not in FIELDS:
        raise LedgerError(f"{field} cannot be corrected; these can: {', '.join(FIELDS)}.")
    return FIELDS[field]


def _reason(editing: Editing) -> str:
    reason = passage("reason", editing.reason)
    if not reason:
        raise LedgerError("A correction needs a reason.")
    return reason


def _checked(field: str, value: tuple[str, ...]) -> tuple[str, ...]:
    found = lines(label("reading", field), value)
    if len(found) > 1 and field not in SEVERAL:
        raise LedgerError(f"{label('reading', field)} has one value, not {len(found)}.")
    allowed = choices(field)
    if not found and field in NEVER_NONE:
        raise LedgerError(f"{label('reading', field)} needs a value: {', '.join(allowed)}.")
    for one in found:
        if not allowed or one in allowed:
            continue
        if field == "place":
            raise LedgerError(f"{one} is no country code: write three capitals, such as KEN.")
        raise LedgerError(
            f"{label('reading', field)} cannot be {one}; it can be: {', '.join(allowed)}"
            f"{'' if field in NEVER_NONE else ', none'}."
        )
    return found


def _related(ledger: Ledger, known: Subjects, subject: Subject, kind: Kind, other_id: str) -> str:
    other = subject_of(ledger, known, other_id, (kind,))
    if other.subject_id == subject.subject_id:
        raise LedgerError("Name another one, or none where it stands alone.")
    return other.subject_id
