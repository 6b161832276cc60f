"""How far the indicators of a scenario have come."""

from datetime import date, timedelta

import pytest

from dash_intel.errors import ConflictError, LedgerError, RoleError
from dash_intel.ledger import (
    Ledger,
    ScenarioChange,
    SignpostChange,
    exported,
    set_scenario,
    set_signpost,
)
from dash_intel.model.ledger import Editing, Person, Signpost
from dash_intel.model.signpost import SignpostMark, trigger_key
from tests.ledger.known import ADVICE, FUTURE, PUBLISHED_ON, TRIGGER, Known

LATER = PUBLISHED_ON + timedelta(days=20)
KEY = trigger_key(TRIGGER)
SEEN = SignpostChange("emerging", LATER, "Port office, 23 June")


def _signposts(ledger: Ledger) -> dict[str, Signpost]:
    return {one.indicator: one for one in ledger.decisions().signposts}


def test_trigger_as_read_is_marked_with_day_evidence_and_who(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    editing = Editing(analyst, FUTURE, expected=0)
    event = set_signpost(ledger, known, editing, f" {TRIGGER}  ", SEEN)
    assert event.kind == "signpost.set"
    found = _signposts(ledger)[KEY]
    assert (found.scenario_id, found.mark, found.seen_on) == (FUTURE, "emerging", LATER)
    assert (found.evidence, found.who, found.at) == ("Port office, 23 June", "Mira", event.at)
    assert found.last.revision == 1


def test_ledger_keeps_no_words_of_a_trigger_that_was_read(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    set_signpost(ledger, known, Editing(analyst, FUTURE), TRIGGER, SEEN)
    admin = Person("Mira", "admin")
    assert TRIGGER not in "".join(exported(ledger, admin))
    known.gone.add(FUTURE)
    set_signpost(ledger, known, Editing(analyst, FUTURE), KEY, SignpostChange("not_seen"))
    with pytest.raises(LedgerError, match="is no indicator"):
        set_signpost(ledger, known, Editing(analyst, FUTURE), TRIGGER, SEEN)


def test_trigger_that_somebody_writes_too_stays_one_signpost(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    set_signpost(ledger, known, Editing(analyst, FUTURE), TRIGGER, SEEN)
    change = ScenarioChange(triggers=(TRIGGER,), indicators=(TRIGGER,))
    set_scenario(ledger, known, Editing(analyst, FUTURE), change)
    set_signpost(ledger, known, Editing(analyst, FUTURE), TRIGGER, SignpostChange("not_seen"))
    assert list(_signposts(ledger)) == [KEY]


def test_indicator_that_somebody_added_is_marked_and_stays_when_it_is_struck_off(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    editing = Editing(analyst, FUTURE)
    with pytest.raises(LedgerError, match="“tankers turn back” is no indicator"):
        set_signpost(ledger, known, editing, "tankers turn back", SEEN)
    set_scenario(ledger, known, editing, ScenarioChange(indicators=("tankers turn back",)))
    set_signpost(ledger, known, editing, "tankers turn back", SEEN)
    set_scenario(ledger, known, editing, ScenarioChange(indicators=()))
    set_signpost(ledger, known, editing, "tankers turn back", SignpostChange("not_seen"))
    found = _signposts(ledger)["tankers turn back"]
    assert (found.mark, found.seen_on, found.evidence) == ("not_seen", None, None)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (SignpostChange("observed"), "“Observed” needs the day that it was seen and evidence"),
        (SignpostChange("emerging", LATER, "  "), "“Emerging” needs the day"),
        (SignpostChange("emerging", None, "Seen."), "“Emerging” needs the day"),
        (SignpostChange("not_seen", LATER), "“Not seen” has neither a day nor evidence"),
        (
            SignpostChange("observed", PUBLISHED_ON - timedelta(days=1), "Seen."),
            "is before its report",
        ),
        (
            SignpostChange("observed", date.today() + timedelta(days=2), "Seen."),
            "is still to come",
        ),
        (SignpostChange("seen", LATER, "Seen."), "no mark seen; there are: not_seen"),  # type: ignore[arg-type]
    ],
)
def test_mark_that_cannot_be_is_refused(
    ledger: Ledger, known: Known, analyst: Person, change: SignpostChange, message: str
) -> None:
    with pytest.raises(LedgerError, match=message):
        set_signpost(ledger, known, Editing(analyst, FUTURE), TRIGGER, change)
    assert ledger.head().number == 0


def test_second_of_two_who_saw_the_same_is_told(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    set_signpost(ledger, known, Editing(analyst, FUTURE, expected=0), TRIGGER, SEEN)
    other = Editing(Person("Jon", "analyst"), FUTURE, expected=0)
    with pytest.raises(ConflictError, match="Mira changed this meanwhile"):
        set_signpost(ledger, known, other, TRIGGER, SignpostChange("observed", LATER, "Seen."))
    assert _signposts(ledger)[KEY].mark == "emerging"


def test_same_mark_again_changes_nothing(ledger: Ledger, known: Known, analyst: Person) -> None:
    set_signpost(ledger, known, Editing(analyst, FUTURE), TRIGGER, SEEN)
    with pytest.raises(LedgerError, match="Nothing would change"):
        set_signpost(ledger, known, Editing(analyst, FUTURE), TRIGGER, SEEN)


def test_only_scenarios_have_signposts_and_viewers_set_none(
    ledger: Ledger, known: Known, analyst: Person
) -> None:
    with pytest.raises(LedgerError, match="this takes a scenario"):
        set_signpost(ledger, known, Editing(analyst, ADVICE), TRIGGER, SEEN)
    with pytest.raises(RoleError):
        set_signpost(ledger, known, Editing(Person("Vi", "viewer"), FUTURE), TRIGGER, SEEN)


@pytest.mark.parametrize("mark", ["not_seen", "emerging", "observed"])
def test_every_mark_can_follow_every_other(
    ledger: Ledger, known: Known, analyst: Person, mark: SignpostMark
) -> None:
    set_signpost(ledger, known, Editing(analyst, FUTURE), TRIGGER, SEEN)
    change = SignpostChange(mark) if mark == "not_seen" else SignpostChange(mark, LATER, "Again.")
    set_signpost(ledger, known, Editing(analyst, FUTURE), TRIGGER, change)
    assert _signposts(ledger)[KEY].mark == mark
