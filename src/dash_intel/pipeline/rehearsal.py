"""Decisions that a file tells, made by the same rules as real ones, each on its own day."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from dash_intel import ledger as ledgers
from dash_intel.errors import InputError, LedgerError
from dash_intel.ledger import (
    Ledger,
    MatrixDraft,
    RecommendationChange,
    Resolution,
    ScenarioChange,
    SignpostChange,
)
from dash_intel.model.ledger import Editing, Event, Kind, Person, Subject
from dash_intel.pipeline.told import Told, day_of
from dash_intel.query.items import Item

FIRST_HOUR = time(8, tzinfo=UTC)
APART = timedelta(minutes=3)

_DAYS = frozenset({"due_on", "done_on", "horizon_on", "resolved_on", "seen_on"})
_OF_EDITING = frozenset({"note", "reason"})

Fields = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of the lines of a file: events, and why other lines gave none, by their number."""

    events: tuple[Event, ...]
    refused: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class _Stage:
    ledger: Ledger
    known: "_Known"


def rehearsal(lines: Iterable[Told], items: Sequence[Item], today: date) -> Rehearsal:
    """Return what the decisions of a file come to if they are put in on the day ``today``.

    They are made in the order of their days. A line about an item that is not among ``items``, or
    that the rules do not allow, gives no event.
    """
    known = _Known(items)
    refused: dict[int, str] = {}
    dated: list[tuple[date, Told]] = []
    for line in lines:
        try:
            dated.append((day_of(line.when, known.published_on(line), today), line))
        except InputError as error:
            refused[line.number] = str(error)
    clock = _Clock()
    with ledgers.rehearsed(clock) as ledger:
        for day, line in sorted(dated, key=lambda pair: (pair[0], pair[1].number)):
            clock.turn_to(day)
            try:
                _decide(_Stage(ledger, known), line, today)
            except (InputError, LedgerError) as error:
                refused[line.number] = str(error)
        return Rehearsal(tuple(ledger.events()), refused)


class _Clock:
    """Tells the time of the next event: some minutes after the one before, on its day."""

    def __init__(self) -> None:
        self._at = datetime.min.replace(tzinfo=UTC)

    def turn_to(self, day: date) -> None:
        self._at = max(self._at + APART, datetime.combine(day, FIRST_HOUR))

    def __call__(self) -> datetime:
        return self._at


class _Known:
    """The items that a file may be about, by file, kind and words, and as subjects by id."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._subjects = {one.subject.subject_id: one.subject for one in items}
        self._published_on = {one.source: one.subject.published_on for one in items}

    def subject(self, subject_id: str) -> Subject | None:
        return self._subjects.get(subject_id)

    def published_on(self, line: Told) -> date | None:
        return self._published_on.get(line.report or "")

    def item(self, report: str | None, kind: Kind, words: str) -> str:
        """Return the id of the only item that begins so; ``InputError`` where it is not one."""
        found = {
            one.subject.subject_id
            for one in self._items
            if (one.source, one.subject.kind) == (report, kind) and one.text.startswith(words)
        }
        if len(found) != 1:
            raise InputError(f"{len(found)} items of {report} begin with “{words}”.")
        return found.pop()


def _decide(stage: _Stage, line: Told, today: date) -> None:
    if line.deed not in _DEEDS:
        raise InputError(f"There is no deed {line.deed}.")
    kind, decide = _DEEDS[line.deed]
    published_on = stage.known.published_on(line)
    fields: Fields = {
        name: day_of(value, published_on, today) if name in _DAYS else _plain(value)
        for name, value in line.fields.items()
    }
    if line.report is None:
        subject_id = ledgers.question_id(str(fields.get("question", "")))
    else:
        subject_id = stage.known.item(line.report, kind, line.item or "")
    editing = Editing(
        person=Person(line.who, "analyst"),
        subject_id=subject_id,
        note=fields.get("note"),
        reason=fields.get("reason"),
    )
    rest = {name: value for name, value in fields.items() if name not in _OF_EDITING}
    try:
        decide(stage, editing, rest)
    except (TypeError, KeyError) as error:
        raise InputError(f"{line.deed} does not take this: {error}.") from error


def _plain(value: object) -> object:
    return tuple(map(_plain, value)) if isinstance(value, list) else value


def _recommend(stage: _Stage, editing: Editing, fields: Fields) -> None:
    change = dict(fields)
    if "successor" in change:
        report, words = change.pop("successor")
        change["successor_id"] = stage.known.item(report, "recommendation", words)
    ledgers.set_recommendation(stage.ledger, stage.known, editing, RecommendationChange(**change))


def _expect(stage: _Stage, editing: Editing, fields: Fields) -> None:
    ledgers.set_scenario(stage.ledger, stage.known, editing, ScenarioChange(**fields))


def _resolve(stage: _Stage, editing: Editing, fields: Fields) -> None:
    ledgers.resolve_scenario(stage.ledger, stage.known, editing, Resolution(**fields))


def _reopen(stage: _Stage, editing: Editing, _: Fields) -> None:
    ledgers.reopen_scenario(stage.ledger, stage.known, editing)


def _mark(stage: _Stage, editing: Editing, fields: Fields) -> None:
    rest = dict(fields)
    indicator = rest.pop("indicator")
    ledgers.set_signpost(stage.ledger, stage.known, editing, indicator, SignpostChange(**rest))


def _weigh(stage: _Stage, editing: Editing, fields: Fields) -> None:
    ledgers.save_matrix(stage.ledger, stage.known, editing, MatrixDraft(**fields))


def _note(stage: _Stage, editing: Editing, _: Fields) -> None:
    ledgers.add_note(stage.ledger, stage.known, editing)


_DEEDS: Mapping[str, tuple[Kind, Callable[[_Stage, Editing, Fields], None]]] = {
    "recommendation.set": ("recommendation", _recommend),
    "scenario.set": ("scenario", _expect),
    "scenario.resolve": ("scenario", _resolve),
    "scenario.reopen": ("scenario", _reopen),
    "signpost.set": ("scenario", _mark),
    "matrix.save": ("document", _weigh),
    "note.add": ("document", _note),
}
