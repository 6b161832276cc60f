"""Invented decisions: beside the chain, folded before it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from dash_intel.errors import ConflictError, RoleError
from dash_intel.ledger import (
    Ledger,
    MatrixDraft,
    RecommendationChange,
    ScenarioChange,
    exported,
    has_invented,
    imported,
    open_ledger,
    put_invented,
    rehearsed,
    remove_invented,
    save_matrix,
    set_recommendation,
    set_scenario,
    was_put,
)
from dash_intel.model.ledger import Editing, Event, Person, RecommendationState
from tests.ledger.known import ADVICE, FUTURE, OTHER_ADVICE, REPORT, Known

ANA = Person("Ana Ruiz (invented)", "analyst")
ADMIN = Person("Mira", "admin")
FIRST_AT = datetime(2025, 7, 1, 9, 0, tzinfo=UTC)


def _times() -> Iterator[datetime]:
    at = FIRST_AT
    while True:
        yield at
        at += timedelta(days=1)


@pytest.fixture
def invented(known: Known) -> tuple[Event, ...]:
    """Two events on a piece of advice and one on a scenario, as if of July 2025."""
    times = _times()
    with rehearsed(lambda: next(times)) as ledger:
        accepted = RecommendationChange(status="accepted", owner="Port office")
        set_recommendation(ledger, known, Editing(ANA, ADVICE), accepted)
        begun = RecommendationChange(status="in_progress")
        set_recommendation(ledger, known, Editing(ANA, ADVICE, note="A tender is out."), begun)
        set_scenario(ledger, known, Editing(ANA, FUTURE), ScenarioChange(probability=0.4))
        return tuple(ledger.events())


def _advice(ledger: Ledger) -> RecommendationState:
    return next(
        one for one in ledger.decisions().recommendations if one.recommendation_id == ADVICE
    )


def test_invented_decisions_are_in_force_at_their_own_times_and_marked(
    ledger: Ledger, invented: tuple[Event, ...]
) -> None:
    assert (has_invented(ledger), was_put(ledger)) == (False, False)
    assert put_invented(ledger, ADMIN, invented) == 3
    state = _advice(ledger)
    assert (state.status, state.owner) == ("in_progress", "Port office")
    assert state.status_since == FIRST_AT + timedelta(days=1)
    assert (state.last.is_invented, state.last.revision) == (True, 2)
    decisions = ledger.decisions()
    assert (decisions.has_invented, decisions.has_any) == (True, True)
    assert [one.is_invented for one in ledger.history([ADVICE])] == [True, True]
    assert (has_invented(ledger), was_put(ledger)) == (True, True)


def test_all_events_are_the_invented_ones_and_then_those_of_the_chain(
    ledger: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    put_invented(ledger, ADMIN, invented)
    set_recommendation(
        ledger, known, Editing(ADMIN, ADVICE, expected=2), RecommendationChange(owner="Harbour")
    )
    found = list(ledger.all_events())
    assert [one.is_invented for one in found] == [True, True, True, False]
    assert found[3:] == list(ledger.events())


def test_chain_head_checks_and_exports_know_nothing_of_them(
    ledger: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    put_invented(ledger, ADMIN, invented)
    assert (ledger.head().number, list(ledger.events())) == (0, [])
    set_recommendation(
        ledger, known, Editing(ADMIN, ADVICE, expected=2), RecommendationChange(owner="Harbour")
    )
    assert [one.number for one in ledger.events()] == [1]
    assert ledger.verify().is_whole
    (line,) = exported(ledger, ADMIN)
    assert "invented" not in line


def test_real_decision_goes_on_counting_after_invented_ones(
    ledger: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    put_invented(ledger, ADMIN, invented)
    with pytest.raises(ConflictError, match=r"Ana Ruiz \(invented\) changed this meanwhile"):
        set_recommendation(
            ledger, known, Editing(ADMIN, ADVICE, expected=1), RecommendationChange(owner="Me")
        )
    done = RecommendationChange(
        status="implemented", evidence="Port office, 2 August", done_on=date(2025, 8, 2)
    )
    event = set_recommendation(ledger, known, Editing(ADMIN, ADVICE, expected=2), done)
    assert (event.revision, event.is_invented) == (3, False)
    assert [one.is_invented for one in ledger.history([ADVICE])] == [False, True, True]
    state = _advice(ledger)
    assert (state.status, state.owner, state.last.is_invented) == (
        "implemented",
        "Port office",
        False,
    )


def test_removing_leaves_what_somebody_really_decided(
    ledger: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    put_invented(ledger, ADMIN, invented)
    due = RecommendationChange(due_on=date(2026, 1, 1))
    set_recommendation(ledger, known, Editing(ADMIN, ADVICE, expected=2), due)
    assert remove_invented(ledger, ADMIN) == 3
    assert remove_invented(ledger, ADMIN) == 0
    state = _advice(ledger)
    assert (state.status, state.owner, state.due_on) == ("new", None, date(2026, 1, 1))
    decisions = ledger.decisions()
    assert (decisions.scenarios, decisions.has_invented) == ((), False)
    assert (has_invented(ledger), was_put(ledger)) == (False, True)
    assert state.last.revision == 4
    with pytest.raises(ConflictError, match="Invented decisions about this were removed meanwhile"):
        set_recommendation(ledger, known, Editing(ADMIN, ADVICE, expected=3), due)
    event = set_recommendation(
        ledger, known, Editing(ADMIN, ADVICE, expected=4), RecommendationChange(owner="Me")
    )
    assert event.revision == 5
    assert ledger.verify().is_whole


def test_put_again_leaves_alone_what_somebody_really_decided_about(
    ledger: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    mine = RecommendationChange(owner="Me")
    set_recommendation(ledger, known, Editing(ADMIN, ADVICE), mine)
    assert put_invented(ledger, ADMIN, invented) == 1
    assert _advice(ledger).status == "new"
    assert [one.scenario_id for one in ledger.decisions().scenarios] == [FUTURE]
    assert put_invented(ledger, ADMIN, invented) == 1


def test_every_change_of_them_is_a_later_version(
    ledger: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    versions = [ledger.decisions().version]
    put_invented(ledger, ADMIN, invented)
    versions.append(ledger.decisions().version)
    set_recommendation(
        ledger, known, Editing(ADMIN, OTHER_ADVICE), RecommendationChange(owner="Me")
    )
    versions.append(ledger.decisions().version)
    remove_invented(ledger, ADMIN)
    versions.append(ledger.decisions().version)
    assert sorted(set(versions)) == versions


def test_another_program_sees_them_come_and_go(
    ledger: Ledger, address: str, invented: tuple[Event, ...]
) -> None:
    with closing(open_ledger(address)) as other:
        assert other.decisions().recommendations == ()
        put_invented(ledger, ADMIN, invented)
        assert len(other.decisions().recommendations) == 1
        remove_invented(ledger, ADMIN)
        assert other.decisions().recommendations == ()


def test_export_of_decisions_made_on_invented_ones_is_imported_elsewhere(
    ledger: Ledger, invented: tuple[Event, ...], known: Known, tmp_path: object
) -> None:
    put_invented(ledger, ADMIN, invented)
    set_recommendation(ledger, known, Editing(ADMIN, ADVICE), RecommendationChange(owner="Me"))
    lines = list(exported(ledger, ADMIN))
    with closing(open_ledger(f"sqlite:///{tmp_path}/elsewhere.sqlite")) as other:
        assert imported(other, ADMIN, lines) == 1
        assert _advice(other).owner == "Me"


def test_viewers_neither_put_nor_remove_them(ledger: Ledger, invented: tuple[Event, ...]) -> None:
    viewer = Person("Vi", "viewer")
    with pytest.raises(RoleError):
        put_invented(ledger, viewer, invented)
    put_invented(ledger, ADMIN, invented)
    with pytest.raises(RoleError):
        remove_invented(ledger, viewer)
    assert has_invented(ledger)


def test_rehearsal_leaves_nothing_behind(invented: tuple[Event, ...]) -> None:
    assert [one.at for one in invented] == [FIRST_AT + timedelta(days=day) for day in range(3)]
    assert {one.report_id for one in invented} == {REPORT}
    with rehearsed(lambda: FIRST_AT) as ledger:
        assert ledger.head().number == 0


def test_matrix_that_somebody_saved_over_an_invented_one_outlives_it(
    ledger: Ledger, known: Known
) -> None:
    draft = MatrixDraft("Who?", ("A", "B"), ("A price was named",), (("consistent", None),))
    with rehearsed(lambda: FIRST_AT) as other:
        save_matrix(other, known, Editing(ANA, REPORT), draft)
        put_invented(ledger, ADMIN, tuple(other.events()))
    (matrix,) = ledger.decisions().matrices
    mine = replace(draft, question="Who was it?", marks=(("consistent", "inconsistent"),))
    editing = Editing(ADMIN, matrix.matrix_id, expected=matrix.last.revision)
    save_matrix(ledger, known, editing, mine)
    remove_invented(ledger, ADMIN)
    (left,) = ledger.decisions().matrices
    assert (left.question, left.hypotheses, left.evidence, left.marks) == (
        mine.question,
        mine.hypotheses,
        mine.evidence,
        mine.marks,
    )


def test_status_that_rests_on_an_invented_owner_keeps_one(
    ledger: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    put_invented(ledger, ADMIN, invented)
    addressed = RecommendationChange(status="partially_addressed", evidence="Half is dredged.")
    set_recommendation(ledger, known, Editing(ADMIN, ADVICE, expected=2), addressed)
    remove_invented(ledger, ADMIN)
    state = _advice(ledger)
    assert (state.status, state.owner) == ("partially_addressed", "Port office")


def test_status_that_needs_no_owner_makes_no_invented_one_real(
    ledger: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    put_invented(ledger, ADMIN, invented)
    closed = RecommendationChange(status="not_implemented")
    event = set_recommendation(ledger, known, Editing(ADMIN, ADVICE, reason="rejected"), closed)
    assert event.after == {"status": "not_implemented"}
    remove_invented(ledger, ADMIN)
    assert (_advice(ledger).status, _advice(ledger).owner) == ("not_implemented", None)


def test_evidence_said_in_the_words_of_an_invention_outlives_it(
    ledger: Ledger, known: Known
) -> None:
    half = "Half is dredged."
    with rehearsed(lambda: FIRST_AT) as other:
        for change in (
            RecommendationChange(status="in_progress", owner="Port office"),
            RecommendationChange(status="partially_addressed", evidence=half),
        ):
            set_recommendation(other, known, Editing(ANA, ADVICE, note="Begun."), change)
        put_invented(ledger, ADMIN, tuple(other.events()))
    done = RecommendationChange(status="implemented", evidence=half, done_on=date(2025, 8, 2))
    set_recommendation(ledger, known, Editing(ADMIN, ADVICE), done)
    remove_invented(ledger, ADMIN)
    assert (_advice(ledger).status, _advice(ledger).evidence) == ("implemented", half)


@pytest.mark.parametrize("puts", [1, 2])
def test_no_revision_that_was_handed_out_ever_stands_for_another_state(
    ledger: Ledger, invented: tuple[Event, ...], known: Known, puts: int
) -> None:
    seen = []
    for _ in range(puts):
        put_invented(ledger, ADMIN, invented)
        seen.append(_advice(ledger).last.revision)
    remove_invented(ledger, ADMIN)
    assert ledger.standing("recommendation", ADVICE).revision == 0
    for owner in ("Ann", "Eva"):
        change = RecommendationChange(owner=owner)
        seen.append(set_recommendation(ledger, known, Editing(ADMIN, ADVICE), change).revision)
        assert _advice(ledger).last.revision == seen[-1]
    assert sorted(set(seen)) == seen
    for revision in seen[:puts]:
        with pytest.raises(ConflictError):
            set_recommendation(
                ledger,
                known,
                Editing(ADMIN, ADVICE, expected=revision),
                RecommendationChange(owner="Me"),
            )


def test_what_was_before_is_never_what_was_invented(
    ledger: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    put_invented(ledger, ADMIN, invented)
    first = set_recommendation(
        ledger,
        known,
        Editing(ADMIN, ADVICE),
        RecommendationChange(owner="Harbour", due_on=date(2026, 1, 1)),
    )
    assert first.before == {"owner": None, "due_on": None}
    assert first.replaced == {"owner": "Port office", "due_on": None}
    assert (first.is_invented, _advice(ledger).last.is_invented) == (False, True)
    second = set_recommendation(
        ledger, known, Editing(ADMIN, ADVICE), RecommendationChange(owner="Me")
    )
    assert second.before == {"owner": "Harbour"}
    assert "Port office" not in "".join(exported(ledger, ADMIN))


def test_imported_decision_that_was_made_on_an_invented_one_gets_a_revision_of_its_own(
    ledger: Ledger, invented: tuple[Event, ...], known: Known, tmp_path: object
) -> None:
    put_invented(ledger, ADMIN, invented)
    set_recommendation(ledger, known, Editing(ADMIN, ADVICE), RecommendationChange(owner="Me"))
    seen = _advice(ledger).last.revision
    with closing(open_ledger(f"sqlite:///{tmp_path}/elsewhere.sqlite")) as other:
        imported(other, ADMIN, list(exported(ledger, ADMIN)))
        assert _advice(other).last.revision > seen


@pytest.fixture
def elsewhere(tmp_path: object) -> Iterator[Ledger]:
    """Another ledger, empty."""
    with closing(open_ledger(f"sqlite:///{tmp_path}/elsewhere.sqlite")) as other:
        yield other


def test_removal_after_an_import_is_another_revision(
    ledger: Ledger, elsewhere: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    set_recommendation(
        elsewhere, known, Editing(ADMIN, ADVICE), RecommendationChange(owner="Harbour")
    )
    put_invented(ledger, ADMIN, invented)
    imported(ledger, ADMIN, list(exported(elsewhere, ADMIN)))
    seen = _advice(ledger).last.revision
    remove_invented(ledger, ADMIN)
    assert _advice(ledger).last.revision > seen


def test_every_import_of_decisions_made_on_invented_ones_is_another_revision(
    ledger: Ledger, elsewhere: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    put_invented(elsewhere, ADMIN, invented)
    seen = []
    for owner in ("Harbour", "Port", "Pilots"):
        change = RecommendationChange(owner=owner)
        set_recommendation(elsewhere, known, Editing(ADMIN, ADVICE), change)
        imported(ledger, ADMIN, list(exported(elsewhere, ADMIN)))
        seen.append(_advice(ledger).last.revision)
    assert sorted(set(seen)) == seen


def test_import_brings_no_revision_that_was_seen_with_inventions_here(
    ledger: Ledger, elsewhere: Ledger, invented: tuple[Event, ...], known: Known
) -> None:
    put_invented(elsewhere, ADMIN, invented)
    set_recommendation(elsewhere, known, Editing(ADMIN, ADVICE), RecommendationChange(owner="Me"))
    seen = []
    for _ in range(2):
        put_invented(ledger, ADMIN, invented)
        seen.append(_advice(ledger).last.revision)
        remove_invented(ledger, ADMIN)
    imported(ledger, ADMIN, list(exported(elsewhere, ADMIN)))
    assert _advice(ledger).last.revision > max(seen)
