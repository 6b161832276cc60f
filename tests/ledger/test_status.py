"""What becomes of a recommendation, and what has to be said for it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from typing import get_args

import pytest

from dash_intel.errors import ConflictError, LedgerError
from dash_intel.ledger import Ledger, RecommendationChange, set_recommendation, targets
from dash_intel.model.ledger import Editing, Person, RecommendationState, Status
from tests.ledger.known import ADVICE, FUTURE, OTHER_ADVICE, PUBLISHED_ON, RISK, Known

TODAY = datetime.now(UTC).date()
SAID = {
    "owner": "Jon",
    "note": "Tenders are out.",
    "evidence": "Minutes of 4 June.",
    "done_on": PUBLISHED_ON + timedelta(days=2),
    "closing_reason": "rejected",
    "reason": "The berth closed again.",
}
STEPS: dict[Status, tuple[Status, ...]] = {
    "new": (),
    "accepted": ("accepted",),
    "in_progress": ("in_progress",),
    "partially_addressed": ("in_progress", "partially_addressed"),
    "implemented": ("in_progress", "implemented"),
    "not_implemented": ("not_implemented",),
}
NEEDS: dict[tuple[Status, Status], tuple[str, ...]] = {
    ("new", "accepted"): ("owner",),
    ("new", "in_progress"): ("owner", "note"),
    ("accepted", "in_progress"): ("note",),
    ("in_progress", "partially_addressed"): ("evidence",),
    ("in_progress", "implemented"): ("evidence", "done_on"),
    ("partially_addressed", "implemented"): ("evidence", "done_on"),
    ("new", "not_implemented"): ("closing_reason",),
    ("accepted", "not_implemented"): ("closing_reason",),
    ("in_progress", "not_implemented"): ("closing_reason",),
    ("partially_addressed", "not_implemented"): ("closing_reason",),
    ("implemented", "accepted"): ("reason",),
    ("not_implemented", "accepted"): ("reason",),
}


class Desk:
    """Someone who changes one recommendation."""

    def __init__(self, ledger: Ledger, known: Known, person: Person) -> None:
        self.ledger, self.known = ledger, known
        self.editing = Editing(person, ADVICE)

    def change(self, note: str | None = None, reason: str | None = None, **fields: object) -> None:
        editing = replace(self.editing, note=note, reason=reason)
        set_recommendation(
            self.ledger,
            self.known,
            editing,
            RecommendationChange(**fields),  # type: ignore[arg-type]
        )

    def move(self, target: Status, *, lacking: str = "", needs: tuple[str, ...]) -> None:
        said = {need: SAID[need] for need in needs if need != lacking}
        reason = said.pop("closing_reason", None) or said.pop("reason", None)
        self.change(note=said.pop("note", None), reason=reason, status=target, **said)

    def bring_to(self, status: Status) -> None:
        before: Status = "new"
        for step in STEPS[status]:
            self.move(step, needs=NEEDS[before, step])
            before = step

    @property
    def state(self) -> RecommendationState | None:
        return next(iter(self.ledger.decisions().recommendations), None)


@pytest.fixture
def desk(ledger: Ledger, known: Known, analyst: Person) -> Desk:
    return Desk(ledger, known, analyst)


@pytest.mark.parametrize(("before", "after"), list(product(get_args(Status), repeat=2)))
def test_statuses_change_as_the_table_says_and_only_with_what_each_needs(
    desk: Desk, before: Status, after: Status
) -> None:
    desk.bring_to(before)
    number = desk.ledger.head().number
    needs = NEEDS.get((before, after))
    assert (after in targets(before)) == (needs is not None)
    if needs is None:
        everything = tuple(need for need in SAID if need != "closing_reason")
        refusal = "cannot become|Nothing would change|go with a change of status"
        with pytest.raises(LedgerError, match=refusal):
            desk.move(after, needs=everything if before != after else ())
        assert desk.ledger.head().number == number
        return
    for lacking in needs:
        with pytest.raises(LedgerError, match="needs"):
            desk.move(after, lacking=lacking, needs=needs)
        assert desk.ledger.head().number == number
    desk.move(after, needs=needs)
    assert desk.state is not None
    assert desk.state.status == after
    assert desk.ledger.head().number == number + 1


def test_everything_that_is_set_is_kept_and_can_be_emptied(desk: Desk) -> None:
    due_on = PUBLISHED_ON + timedelta(days=30)
    desk.change(
        owner="  Jon  Berg ",
        addressee="Harbour office",
        priority="critical",
        due_on=due_on,
        evidence="Line one.\nLine two.",
        links=(RISK, FUTURE, RISK),
    )
    state = desk.state
    assert state is not None
    assert (state.owner, state.addressee, state.priority) == (
        "Jon Berg",
        "Harbour office",
        "critical",
    )
    assert (state.due_on, state.evidence) == (due_on, "Line one.\nLine two.")
    assert state.links == (RISK, FUTURE)
    assert (state.status, state.is_open, state.last.who) == ("new", True, "Mira")
    desk.change(owner=None, addressee="", priority=None, due_on=None, evidence=None, links=())
    emptied = desk.state
    assert emptied is not None
    assert emptied == RecommendationState(ADVICE, emptied.last)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"due_on": PUBLISHED_ON - timedelta(days=1)}, "The due date, 2025-06-02, is before its"),
        ({"links": (OTHER_ADVICE,)}, "is a recommendation; this takes a risk or scenario"),
        ({"links": ("risk-unknown",)}, "There is no risk or scenario risk-unknown"),
        ({"priority": "urgent"}, "There is no priority urgent; there are: critical, important"),
        ({"status": "done"}, "There is no status done; there are: new, accepted"),
        ({"owner": "x" * 201}, "The owner has 201 characters; it can have 200"),
        ({"owner": "J\x00n"}, "cannot be kept: U\\+0000"),
        ({"owner": "J\udc80n"}, "cannot be kept: U\\+DC80"),
        ({"evidence": "\x1b[2J"}, "cannot be kept: U\\+001B"),
        ({"done_on": PUBLISHED_ON}, "go with a change of status"),
        ({}, "Nothing would change"),
        ({"owner": None}, "Nothing would change"),
        ({"status": "not_implemented", "reason": "superseded"}, "needs the id of the other"),
        (
            {"status": "not_implemented", "reason": "superseded", "successor_id": ADVICE},
            "cannot supersede or repeat itself",
        ),
        (
            {"status": "not_implemented", "reason": "duplicate", "successor_id": "advice-no"},
            "There is no recommendation advice-no",
        ),
        (
            {"status": "not_implemented", "reason": "rejected", "successor_id": OTHER_ADVICE},
            "Only what is superseded or a duplicate",
        ),
        ({"status": "not_implemented", "reason": "because"}, "needs a reason, one of rejected"),
    ],
)
def test_bad_input_is_refused_and_nothing_written(
    desk: Desk, fields: dict[str, object], message: str
) -> None:
    with pytest.raises(LedgerError, match=message):
        desk.change(**fields)  # type: ignore[arg-type]
    assert desk.ledger.head().number == 0


@pytest.mark.parametrize(
    ("done_on", "message"),
    [(PUBLISHED_ON - timedelta(days=1), "before its report"), (date.max, "still to come")],
)
def test_day_it_was_done_is_after_the_report_and_past(
    desk: Desk, done_on: date, message: str
) -> None:
    desk.bring_to("in_progress")
    with pytest.raises(LedgerError, match=message):
        desk.change(status="implemented", evidence="Seen.", done_on=done_on)


@pytest.mark.parametrize("unknown", ["advice-unknown", "report-1", "", "'; DROP TABLE event; --"])
def test_unknown_recommendation_is_refused(desk: Desk, unknown: str) -> None:
    desk.editing = replace(desk.editing, subject_id=unknown)
    with pytest.raises(LedgerError, match="There is no recommendation"):
        desk.change(owner="Jon")


def test_other_kinds_have_no_status(desk: Desk) -> None:
    desk.editing = replace(desk.editing, subject_id=RISK)
    with pytest.raises(LedgerError, match=f"{RISK} is a risk; this takes a recommendation"):
        desk.change(owner="Jon")


def test_duplicate_names_the_other_and_reopening_forgets_it(desk: Desk) -> None:
    desk.change(status="not_implemented", reason="duplicate", successor_id=OTHER_ADVICE)
    assert desk.state is not None
    assert (desk.state.successor_id, desk.state.reason) == (OTHER_ADVICE, "duplicate")
    assert not desk.state.is_open
    desk.change(status="accepted", reason="They differ.")
    assert (desk.state.successor_id, desk.state.reason) == (None, "They differ.")


def test_owner_cannot_be_taken_away_while_it_is_accepted(desk: Desk) -> None:
    desk.bring_to("accepted")
    with pytest.raises(LedgerError, match="needs an owner"):
        desk.change(owner=None)


def test_second_of_two_editors_is_told_of_the_first(desk: Desk) -> None:
    desk.change(owner="Jon")
    desk.editing = replace(desk.editing, person=Person("Ada", "analyst"), expected=0)
    with pytest.raises(ConflictError, match=r"Mira changed this meanwhile \(.* revision 1\)"):
        desk.change(owner="Eva")
    assert desk.state is not None
    assert desk.state.owner == "Jon"
    desk.editing = replace(desk.editing, expected=1)
    desk.change(owner="Eva")
    assert desk.state.owner == "Eva"
    desk.editing = replace(desk.editing, expected=7)
    with pytest.raises(ConflictError):
        desk.change(owner="Jon")


def test_history_tells_from_and_to(desk: Desk) -> None:
    desk.change(owner="Jon")
    desk.change(owner="Eva", note="Jon left.")
    newest, oldest = desk.ledger.history([ADVICE])
    assert (newest.before, newest.after) == ({"owner": "Jon"}, {"owner": "Eva"})
    assert (newest.revision, newest.note, newest.who) == (2, "Jon left.", "Mira")
    assert (oldest.before, oldest.after) == ({"owner": None}, {"owner": "Jon"})


def test_decision_on_what_is_gone_can_still_be_changed(desk: Desk, known: Known) -> None:
    desk.change(owner="Jon")
    known.gone.add(ADVICE)
    desk.change(status="not_implemented", reason="no_longer_applicable")
    assert desk.state is not None
    assert (desk.state.status, desk.state.owner) == ("not_implemented", "Jon")
