"""Notes, and marks of what was read."""

import pytest

from dash_intel.errors import LedgerError
from dash_intel.ledger import (
    Ledger,
    add_note,
    mark_reviewed,
    unmark_reviewed,
    withdraw_note,
)
from dash_intel.model.ledger import Editing, Person
from tests.ledger.known import ADVICE, DOCUMENT, FUTURE, REPORT, RISK, Known


@pytest.mark.parametrize("subject_id", [ADVICE, FUTURE, RISK, DOCUMENT])
def test_notes_stand_in_order_and_can_be_withdrawn(
    ledger: Ledger, known: Known, analyst: Person, subject_id: str
) -> None:
    for number in range(12):
        add_note(ledger, known, Editing(analyst, subject_id, note=f"Note {number}."))
    withdraw_note(ledger, known, Editing(analyst, subject_id), "note-3")
    texts = [note.text for note in ledger.decisions().notes]
    assert texts == [f"Note {number}." for number in range(12) if number != 2]
    with pytest.raises(LedgerError, match="There is no note-3 on"):
        withdraw_note(ledger, known, Editing(analyst, subject_id), "note-3")
    assert "Note 2." in {event.note for event in ledger.history([subject_id])}


@pytest.mark.parametrize("note", [None, "", " \n\t"])
def test_note_needs_words(ledger: Ledger, known: Known, analyst: Person, note: str | None) -> None:
    with pytest.raises(LedgerError, match="A note needs words"):
        add_note(ledger, known, Editing(analyst, ADVICE, note=note))
    assert ledger.head().number == 0


def test_another_ones_note_is_withdrawn_by_an_admin_only(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    add_note(ledger, known, Editing(analyst, ADVICE, note="Mine."))
    other = Editing(Person("Ada", "analyst"), ADVICE)
    with pytest.raises(LedgerError, match="it takes the role admin"):
        withdraw_note(ledger, known, other, "note-1")
    withdraw_note(ledger, known, Editing(Person("Eva", "admin"), ADVICE), "note-1")
    assert ledger.decisions().notes == ()


def test_report_is_marked_as_read_in_its_revision(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    mark_reviewed(ledger, known, Editing(analyst, REPORT))
    (mark,) = ledger.decisions().reviews
    assert (mark.subject_id, mark.who) == (DOCUMENT, "Mira")
    assert (mark.last.report_id, mark.last.report_revision) == (REPORT, 1)
    with pytest.raises(LedgerError, match="Nothing would change"):
        mark_reviewed(ledger, known, Editing(analyst, DOCUMENT))
    unmark_reviewed(ledger, known, Editing(analyst, DOCUMENT))
    assert ledger.decisions().reviews == ()
    with pytest.raises(LedgerError, match="is not marked as read"):
        unmark_reviewed(ledger, known, Editing(analyst, DOCUMENT))
