"""What people note on reports and their items."""

from collections.abc import Iterator, Mapping
from typing import get_args

from dash_intel.errors import LedgerError
from dash_intel.ledger.log import Ledger
from dash_intel.ledger.people import require
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.subjects import act_on, subject_of
from dash_intel.ledger.text import passage
from dash_intel.model.ledger import Editing, Event, Kind, Note, Subjects, Value

WRITTEN = "written"


def add_note(ledger: Ledger, known: Subjects, editing: Editing) -> Event:
    """Keep ``editing.note``; two at once are both kept."""
    subject = subject_of(ledger, known, editing.subject_id, get_args(Kind))
    if not passage("note", editing.note):
        raise LedgerError("A note needs words.")

    def decide(standing: Standing) -> Mapping[str, Value]:
        return {f"note-{standing.next_revision}": WRITTEN}

    return ledger.record(act_on(subject, editing, "note.add"), decide)


def withdraw_note(ledger: Ledger, known: Subjects, editing: Editing, note_id: str) -> Event:
    """Take back a note, one's own unless one is admin; the history still tells what it said."""
    subject = subject_of(ledger, known, editing.subject_id, get_args(Kind))

    def decide(standing: Standing) -> Mapping[str, Value]:
        event = standing.setter(note_id)
        if event is None:
            raise LedgerError(f"There is no {note_id} on {subject.subject_id}.")
        if event.who != editing.person.name:
            require(editing.person, "note.withdraw_other")
        return {note_id: None}

    return ledger.record(act_on(subject, editing, "note.withdraw"), decide)


def notes(standing: Standing) -> Iterator[Note]:
    """Yield the notes on one subject, the oldest first."""
    set_by = [(note_id, standing.setter(note_id)) for note_id in standing.fields]
    found = [(event.number, note_id, event) for note_id, event in set_by if event]
    for _, note_id, event in sorted(found, key=lambda entry: entry[0]):
        yield Note(
            subject_id=standing.subject_id,
            note_id=note_id,
            text=event.note or "",
            who=event.who,
            at=event.at,
            last=standing.last,
        )
