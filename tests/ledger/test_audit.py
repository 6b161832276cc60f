"""The chain of events: what was tampered with is found."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from dash_intel.errors import LedgerError
from dash_intel.ledger import Ledger, add_note, exported, head_of, imported, open_ledger
from dash_intel.ledger.chain import GENESIS, sealed
from dash_intel.model.ledger import Editing, Head, Person
from tests.ledger.known import ADVICE, Known

ADMIN = Person("Mira", "admin")
EVENTS = 9


@pytest.fixture
def filled(ledger: Ledger, known: Known) -> Ledger:
    for number in range(EVENTS):
        add_note(ledger, known, Editing(ADMIN, ADVICE, note=f"Note {number}."))
    return ledger


def _unlocked(address: str, *statements: str) -> None:
    """Run what the database itself would refuse, as someone who owns it can."""
    if address.startswith("sqlite"):
        off = ("DROP TRIGGER event_no_update", "DROP TRIGGER event_no_delete")
    else:
        off = ("ALTER TABLE event DISABLE TRIGGER event_no_change",)
    _execute(address, *off, *statements)


def _rehash(address: str, first: int) -> None:
    """Give all events from ``first`` on the hashes that a forger would give them."""
    with closing(open_ledger(address)) as ledger:
        lines = [json.loads(line) for line in exported(ledger, ADMIN)]
    previous = lines[first - 2]["hash"] if first > 1 else GENESIS
    for event in lines[first - 1 :]:
        event["previous_hash"] = previous
        previous = sealed(event)
        _execute(
            address,
            f"UPDATE event SET previous_hash = '{event['previous_hash']}', hash = '{previous}' "  # noqa: S608
            f"WHERE number = {event['number']}",
        )


def _execute(address: str, *statements: str) -> None:
    engine = create_engine(address)
    try:
        with engine.begin() as connection:
            for statement in statements:
                connection.execute(text(statement))
    finally:
        engine.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET note = 'Other.'",
        "DELETE FROM event",
        "DELETE FROM event WHERE number = 9",
        "UPDATE event SET number = number + 100",
    ],
)
def test_database_itself_refuses_to_change_events(
    filled: Ledger, address: str, statement: str
) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        _execute(address, statement)
    assert filled.verify().is_whole


def test_database_itself_refuses_a_second_event_of_one_revision(
    filled: Ledger, address: str
) -> None:
    columns = "at, who, kind, aspect, subject_id, revision, before, after, previous_hash"
    with pytest.raises(DBAPIError, match=r"(?i)unique"):
        _execute(
            address,
            f"INSERT INTO event (number, hash, {columns}) SELECT 10, 'x', {columns} FROM event "  # noqa: S608
            "WHERE number = 9",
        )
    assert filled.verify().is_whole


def test_truncation_is_refused_by_postgresql(filled: Ledger, address: str) -> None:
    statement = "TRUNCATE event" if address.startswith("postgresql") else "DELETE FROM event"
    with pytest.raises(DBAPIError, match="append-only"):
        _execute(address, statement)


@pytest.mark.parametrize(
    "change",
    [
        "note = 'Other.'",
        "who = 'Ada'",
        "at = '2020-01-01T00:00:00.000000Z'",
        "at = 'yesterday'",
        "after = '{}'",
        "after = 'no json'",
        "before = '[1]'",
        "subject_id = 'advice-other'",
        "aspect = 'scenario'",
        "kind = 'note.withdraw'",
        "reason = 'None.'",
        "report_revision = 7",
    ],
)
def test_edit_of_any_field_is_found(filled: Ledger, address: str, change: str) -> None:
    _unlocked(address, f"UPDATE event SET {change} WHERE number = 4")  # noqa: S608
    assert filled.verify().problems == ("Event 4 was edited: it is not what its hash says.",)


def test_missing_events_are_found(filled: Ledger, address: str) -> None:
    _unlocked(address, "DELETE FROM event WHERE number = 1 OR number IN (4, 5)")
    assert filled.verify().problems == (
        "Before event 2 there is a gap: event 1 missing.",
        "Before event 6 there is a gap: events 4 to 5 missing.",
    )


def test_closed_gap_is_found(filled: Ledger, address: str) -> None:
    _unlocked(
        address,
        "DELETE FROM event WHERE number = 9",
        "UPDATE event SET hash = 'x' WHERE number = 8",
    )
    assert filled.verify().problems == ("Event 8 was edited: it is not what its hash says.",)
    _execute(address, "UPDATE event SET number = 9 WHERE number = 8")
    assert not filled.verify().is_whole


def test_cut_tail_is_found_with_an_earlier_head_only(filled: Ledger, address: str) -> None:
    earlier = filled.head()
    _unlocked(address, "DELETE FROM event WHERE number > 7")
    assert filled.verify().is_whole
    assert filled.verify(earlier).problems == (
        "The ledger ends with event 7, but the earlier head is event 9: its tail was cut off.",
    )


def test_rewritten_chain_is_found_with_an_earlier_head_only(filled: Ledger, address: str) -> None:
    earlier = filled.head()
    _unlocked(address, "UPDATE event SET note = 'Other.' WHERE number = 2")
    _rehash(address, 2)
    assert filled.verify().is_whole
    add_note(filled, Known(), Editing(ADMIN, ADVICE, note="Later."))
    assert filled.verify(earlier).problems == (
        "Event 9 is another one than the earlier head names: the chain was rewritten.",
    )


def test_chain_that_went_on_leads_through_every_earlier_head(ledger: Ledger, known: Known) -> None:
    heads = [ledger.head()]
    for number in range(EVENTS):
        add_note(ledger, known, Editing(ADMIN, ADVICE, note=f"Note {number}."))
        heads.append(ledger.head())
    assert [head.number for head in heads] == list(range(EVENTS + 1))
    assert all(ledger.verify(head).is_whole for head in heads)
    assert [head_of(str(head)) for head in heads] == heads


@pytest.mark.parametrize("words", ["", "9", "9:abc", "x:" + "0" * 64, "-1:" + "0" * 64])
def test_what_is_no_head_is_refused(words: str) -> None:
    with pytest.raises(LedgerError, match="is no head of a ledger"):
        head_of(words)


Tampering = Callable[[list[str]], list[str]]


def _edited(lines: list[str]) -> list[str]:
    return [line.replace("Note 3.", "Note X.") for line in lines]


def _forged(lines: list[str]) -> list[str]:
    event = json.loads(lines[3]) | {"note": "Forged."}
    return [*lines[:3], json.dumps(event | {"hash": sealed(event)}) + "\n", *lines[4:]]


def _unknown(lines: list[str]) -> list[str]:
    event = json.loads(lines[-1]) | {"kind": "fate.sealed"}
    return [*lines[:-1], json.dumps(event | {"hash": sealed(event)})]


def _with(change: Callable[[dict[str, object]], None]) -> Tampering:
    def tampered(lines: list[str]) -> list[str]:
        event = json.loads(lines[0])
        change(event)
        return [json.dumps(event | {"hash": sealed(event)}), *lines[1:]]

    return tampered


class TestImport:
    """Exports that come back."""

    def test_everything_comes_with_its_hashes_and_only_once(
        self, filled: Ledger, tmp_path: object
    ) -> None:
        lines = list(exported(filled, ADMIN))
        with closing(open_ledger(f"sqlite:///{tmp_path}/other.sqlite")) as other:
            assert imported(other, ADMIN, lines[:4]) == 4
            assert imported(other, ADMIN, lines) == EVENTS - 4
            assert imported(other, ADMIN, lines) == 0
            assert imported(other, ADMIN, lines[2:5]) == 0
            assert list(exported(other, ADMIN)) == lines
            assert other.head() == filled.head()
            assert replace(other.decisions()) == filled.decisions()

    def test_tail_alone_continues_what_is_there(self, filled: Ledger, tmp_path: object) -> None:
        lines = list(exported(filled, ADMIN))
        with closing(open_ledger(f"sqlite:///{tmp_path}/other.sqlite")) as other:
            with pytest.raises(LedgerError, match="begins with event 5, which does not follow"):
                imported(other, ADMIN, lines[4:])
            imported(other, ADMIN, lines[:4])
            assert imported(other, ADMIN, lines[4:]) == 5

    def test_older_export_adds_nothing(self, filled: Ledger) -> None:
        assert imported(filled, ADMIN, list(exported(filled, ADMIN))[:3]) == 0

    def test_foreign_chain_is_refused(self, filled: Ledger, known: Known, tmp_path: object) -> None:
        with closing(open_ledger(f"sqlite:///{tmp_path}/other.sqlite")) as other:
            add_note(other, known, Editing(ADMIN, ADVICE, note="Elsewhere."))
            lines = list(exported(other, ADMIN))
        with pytest.raises(LedgerError, match="another ledger: at event 1 it parts from the one"):
            imported(filled, ADMIN, lines)
        assert filled.head().number == EVENTS

    @pytest.mark.parametrize(
        ("tampering", "message"),
        [
            (_edited, "Line 4: event 4 is not what its hash says"),
            (_forged, "The chain in the file is broken before event 5"),
            (_unknown, "Line 9: this version knows no fate.sealed"),
            (lambda lines: [*lines[:3], *lines[4:]], "broken before event 5"),
            (lambda lines: [*lines, "{}"], "Line 10 is no event of a ledger"),
            (lambda lines: [*lines, "["], "Line 10 is no event"),
            (lambda lines: ["[" * 100_000, *lines], "Line 1 is no event"),
            (lambda _: ["null"], "Line 1 is no event"),
            (_with(lambda event: event.pop("note") and None), "Line 1 is no event"),
            (_with(lambda event: event.update(number=True)), "Line 1 is no event"),
            (_with(lambda event: event.update(to={"note-1": {}})), "Line 1 is no event"),
            (_with(lambda event: event.update(who=7)), "Line 1 is no event"),
            (_with(lambda event: event.update(extra=7)), "is not what its hash says"),
        ],
    )
    def test_broken_file_is_refused_whole(
        self, filled: Ledger, tampering: Tampering, message: str, tmp_path: object
    ) -> None:
        lines = tampering(list(exported(filled, ADMIN)))
        with closing(open_ledger(f"sqlite:///{tmp_path}/other.sqlite")) as other:
            with pytest.raises(LedgerError, match=message):
                imported(other, ADMIN, lines)
            assert other.head() == Head(0, GENESIS)

    def test_state_that_cannot_be_read_is_refused(self, filled: Ledger, tmp_path: object) -> None:
        event = json.loads(list(exported(filled, ADMIN))[0])  # noqa: RUF015 all, so that it ends
        event |= {"kind": "recommendation.set", "to": {"due_on": "someday"}}
        lines = [json.dumps(event | {"hash": sealed(event)})]
        with closing(open_ledger(f"sqlite:///{tmp_path}/other.sqlite")) as other:
            with pytest.raises(LedgerError, match="has a due_on that this program cannot read"):
                imported(other, ADMIN, lines)
            assert other.head().number == 0

    def test_analyst_may_not_import_nor_export(self, filled: Ledger) -> None:
        analyst = Person("Ada", "analyst")
        with pytest.raises(LedgerError, match="takes the role admin"):
            list(exported(filled, analyst))
        with pytest.raises(LedgerError, match="takes the role admin"):
            imported(filled, analyst, [])
