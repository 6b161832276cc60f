"""What bringing a sheet back would do, and what it does."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from dash_intel.errors import RoleError
from dash_intel.exchange import Brought, apply, not_written, taken
from dash_intel.exchange.preview import conflicts, left_out, outcome, said, summary
from dash_intel.exchange.steps import FieldChange
from dash_intel.export.recommendations_xlsx import workbook
from dash_intel.ledger import (
    RecommendationChange,
    put_invented,
    rehearsed,
    remove_invented,
    set_recommendation,
)
from dash_intel.model.ledger import Editing, Person
from dash_intel.query.decisions import BuildSubjects
from dash_intel.query.tracker import Wanted
from tests.exchange.conftest import ALL, JON, MIRA, TODAY, Desk
from tests.exchange.edited import columns_of, with_column
from tests.ledger.known import ADVICE
from tests.ledger.known import Known as KnownAdvice

ADA = Person("Ada", "admin")


def refusal(brought: Brought) -> str:
    (row,) = brought.plan.refused
    return row.reason


def test_sheet_that_nobody_edited_changes_nothing(desk: Desk) -> None:
    first, second, *_ = desk.ids
    desk.decide(first, status="accepted", owner="Ann", note="Agreed.", due_on=date(2026, 2, 1))
    desk.decide(second, status="not_implemented", reason="rejected")
    plan = desk.bring(desk.file).plan
    assert (plan.changes, plan.conflicts, plan.refused) == ((), (), ())
    assert plan.unchanged == len(desk.ids)
    assert summary(plan) == f"{len(desk.ids)} stay as they are."


def test_preview_writes_nothing_and_apply_writes_what_it_showed(desk: Desk) -> None:
    advice = desk.ids[0]
    brought = desk.bring(
        desk.file,
        {
            (advice, "Status"): "Open – Accepted",
            (advice, "Owner"): "Ann",
            (advice, "Due"): datetime(2026, 3, 31),
            (advice, "Priority"): "Critical",
            (advice, "Note"): "Agreed on Monday.",
        },
    )
    assert desk.ledger.head().number == 0
    (step,) = brought.plan.changes
    assert step.changes == (
        FieldChange("status", "new", "accepted"),
        FieldChange("owner", None, "Ann"),
        FieldChange("priority", None, "critical"),
        FieldChange("due_on", None, date(2026, 3, 31)),
        FieldChange("note", None, "Agreed on Monday."),
    )
    assert said(step) == (
        "Status: Open – New → Open – Accepted; Owner: – → Ann; Priority: – → Critical; "
        "Due: – → 2026-03-31; Note: – → Agreed on Monday."
    )
    results = desk.apply(brought)
    assert outcome(results) == "1 row written."
    state = desk.state(advice)
    assert (state.status, state.owner, state.priority) == ("accepted", "Ann", "critical")
    assert (state.due_on, state.note) == (date(2026, 3, 31), "Agreed on Monday.")
    assert state.last.who == "Mira"


def test_emptied_cell_empties_the_field(desk: Desk) -> None:
    advice = desk.ids[0]
    desk.decide(advice, priority="critical", due_on=date(2026, 2, 1))
    desk.apply(desk.bring(desk.file, {(advice, "Priority"): None, (advice, "Due"): None}))
    assert (desk.state(advice).priority, desk.state(advice).due_on) == (None, None)


def test_what_somebody_else_changed_meanwhile_is_a_conflict(desk: Desk) -> None:
    advice, other, *_ = desk.ids
    file = desk.file
    desk.decide(advice, status="accepted", owner="Ann")
    brought = desk.bring(file, {(advice, "Owner"): "Eva", (other, "Owner"): "Eva"})
    (conflict,) = brought.plan.conflicts
    assert (conflict.seen, conflict.now) == (0, 1)
    assert conflict.changes == (FieldChange("owner", "Ann", "Eva"),)
    assert [event.who for event in conflict.meanwhile] == ["Jon"]
    (shown,) = conflicts(brought.plan.conflicts)
    assert shown.ours == "Owner: Ann → Eva"
    (theirs,) = shown.theirs
    assert theirs.startswith("Jon, ")
    assert "Owner: – → Ann" in theirs
    assert shown.refusal is None
    desk.apply(brought)
    assert (desk.state(advice).owner, desk.state(other).owner) == ("Ann", "Eva")


def test_conflict_that_is_written_over_keeps_fields_that_the_file_left_alone(desk: Desk) -> None:
    advice = desk.ids[0]
    file = desk.file
    desk.decide(advice, status="accepted", owner="Ann", due_on=date(2026, 2, 1))
    brought = desk.bring(file, {(advice, "Priority"): "routine"})
    (result,) = apply(desk.ledger, brought.known, brought.plan.conflicts, MIRA)
    assert result.refusal is None
    state = desk.state(advice)
    assert (state.owner, state.due_on, state.priority) == ("Ann", date(2026, 2, 1), "routine")


def test_row_left_alone_is_no_conflict(desk: Desk) -> None:
    file = desk.file
    desk.decide(desk.ids[0], owner="Ann")
    assert desk.bring(file).plan.unchanged == len(desk.ids)


def test_row_that_says_what_others_decided_meanwhile_is_no_conflict(desk: Desk) -> None:
    advice = desk.ids[0]
    file = desk.file
    desk.decide(advice, owner="Ann")
    assert desk.bring(file, {(advice, "Owner"): "Ann"}).plan.conflicts == ()


def test_change_between_preview_and_apply_is_refused_and_others_are_written(desk: Desk) -> None:
    advice, other, *_ = desk.ids
    brought = desk.bring(desk.file, {(advice, "Owner"): "Eva", (other, "Owner"): "Eva"})
    desk.decide(advice, owner="Ann")
    results = {one.recommendation_id: one for one in desk.apply(brought)}
    assert "Jon changed this meanwhile" in (results[advice].refusal or "")
    assert results[other].refusal is None
    assert outcome(list(results.values())) == "1 row written, 1 not."
    assert desk.state(advice).owner == "Ann"


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (
            {"Status": "Closed – Implemented"},
            "“Open – New” cannot become “Closed – Implemented”",
        ),
        ({"Status": "Open – Accepted"}, "“Open – Accepted” needs an owner."),
        ({"Status": "Done"}, "is “Done”. It can be: Open – New; Open – Accepted;"),
        ({"Status": None}, "is empty: a recommendation has one."),
        ({"Status": "=1+1"}, "It holds a formula"),
        ({"Priority": "high"}, "is “high”. It can be: Critical; Important; Routine."),
        ({"Due": "soon"}, "is “soon”, which is no date such as 2026-03-31."),
        ({"Due": "03/04/2026"}, "write 2026-04-03 or 2026-03-04."),
        ({"Due": date(2001, 1, 1)}, "The due date, 2001-01-01, is before its report"),
        ({"Owner": "x" * 201}, "The owner has 201 characters; it can have 200."),
        ({"Done on": date(2025, 12, 1)}, "The day goes with a change of status"),
        ({"Reason": "Rejected"}, "A reason goes with a change of status"),
        ({"Id": "advice-none"}, "There is no recommendation of this id"),
        ({"Id": None}, "Id in T2 is empty"),
        ({"Revision seen": 7}, "the sheet is of another ledger, or invented"),
        ({"Revision seen": "x"}, "Revision seen in S2 is no whole number"),
        (
            {"Status": "not implemented", "Reason": "duplicate", "Other id": "advice-none"},
            "There is no recommendation advice-none",
        ),
        (
            {"Status": "not implemented", "Reason": "duplicate"},
            "“Duplicate” needs the id of the other recommendation",
        ),
    ],
)
def test_row_that_cannot_be_written_is_refused_with_its_place(
    desk: Desk, cells: dict[str, object], reason: str
) -> None:
    advice = desk.ids[0]
    brought = desk.bring(desk.file, {(advice, column): value for column, value in cells.items()})
    assert reason in refusal(brought)
    assert brought.plan.refused[0].number == 2
    assert brought.plan.unchanged == len(desk.ids) - 1


def test_what_stood_in_the_row_before_does_not_count_for_a_new_status(desk: Desk) -> None:
    advice = desk.ids[0]
    desk.decide(advice, status="in_progress", owner="Ann", note="Begun.", evidence="Minutes.")
    brought = desk.bring(desk.file, {(advice, "Status"): "partially addressed"})
    assert refusal(brought) == (
        "“Open – Partially addressed” needs evidence of what was done. What stood in the row "
        "before does not count: say it anew."
    )


def test_closing_takes_the_reason_and_the_other_id(desk: Desk) -> None:
    advice, other, *_ = desk.ids
    brought = desk.bring(
        desk.file,
        {
            (advice, "Status"): "closed - not implemented",
            (advice, "Reason"): "DUPLICATE",
            (advice, "Other id"): other,
        },
    )
    desk.apply(brought)
    state = desk.state(advice)
    assert (state.status, state.reason, state.successor_id) == (
        "not_implemented",
        "duplicate",
        other,
    )


def test_reopening_takes_a_reason_in_words(desk: Desk) -> None:
    advice = desk.ids[0]
    desk.decide(advice, owner="Ann")
    desk.decide(advice, status="not_implemented", reason="rejected")
    brought = desk.bring(
        desk.file, {(advice, "Status"): "Open – Accepted", (advice, "Reason"): "It came back."}
    )
    desk.apply(brought)
    assert (desk.state(advice).status, desk.state(advice).reason) == ("accepted", "It came back.")


def test_two_rows_of_one_id_are_both_refused(desk: Desk) -> None:
    first, second, *_ = desk.ids
    brought = desk.bring(desk.file, {(second, "Id"): first})
    assert {row.reason for row in brought.plan.refused} == {
        "Rows 2, 3 are of the same id: keep one."
    }
    assert [row.number for row in brought.plan.refused] == [2, 3]


def test_columns_that_are_only_read_are_left_alone_and_own_ones_are_named(desk: Desk) -> None:
    advice = desk.ids[0]
    file = with_column(desk.file, "My remarks", "=NOW()")
    brought = desk.bring(file, {(advice, "Recommendation"): "reworded", (advice, "Flags"): "=1"})
    assert brought.plan.unchanged == len(desk.ids)
    assert left_out(brought.plan) == (
        "Columns that the exported sheet does not have are left out: “My remarks”."
    )


def test_addressee_that_was_read_cannot_be_emptied(desk: Desk) -> None:
    read = [row for row in desk.taken().rows if row[3]]
    assert read
    advice = str(read[0][-1])
    assert "an addressee that was read cannot be emptied" in refusal(
        desk.bring(desk.file, {(advice, "Addressee"): None})
    )


def test_viewer_writes_nothing(desk: Desk) -> None:
    brought = desk.bring(desk.file, {(desk.ids[0], "Owner"): "Eva"})
    with pytest.raises(RoleError):
        list(apply(desk.ledger, brought.known, brought.plan.changes, Person("Vi", "viewer")))
    assert desk.ledger.head().number == 0


def test_decision_whose_sentence_is_gone_can_still_be_changed(desk: Desk) -> None:
    gone = KnownAdvice()
    set_recommendation(desk.ledger, gone, Editing(JON, ADVICE), RecommendationChange(owner="Ann"))
    advice = desk.ids[0]
    file = desk.file
    cells = {(advice, "Owner"): "Eva", (advice, "Revision seen"): 1, (advice, "Id"): ADVICE}
    desk.apply(desk.bring(file, cells))
    assert desk.state(ADVICE).owner == "Eva"


def test_file_taken_away_with_invented_decisions_is_refused_once_they_are_removed(
    desk: Desk,
) -> None:
    bare, decided, *_ = desk.ids
    subjects = BuildSubjects(desk.database)
    with rehearsed(lambda: datetime(2025, 12, 1, tzinfo=UTC)) as other:
        for advice in (bare, decided):
            change = RecommendationChange(status="accepted", owner="Ana (invented)")
            set_recommendation(other, subjects, Editing(MIRA, advice), change)
        put_invented(desk.ledger, ADA, tuple(other.events()))
    desk.decide(decided, due_on=date(2026, 2, 1))
    file = desk.file
    remove_invented(desk.ledger, ADA)
    desk.decide(bare, owner="Eva")
    brought = desk.bring(file, {(one, "Priority"): "Critical" for one in (bare, decided)})
    assert (brought.plan.changes, brought.plan.conflicts) == ((), ())
    assert len(brought.plan.refused) == 2
    for row in brought.plan.refused:
        assert row.reason.startswith(
            "Its row was taken away before invented decisions were removed"
        )
    again = desk.bring(desk.file, {(one, "Priority"): "Critical" for one in (bare, decided)})
    assert len(again.plan.changes) == 2
    assert [one.refusal for one in desk.apply(again)] == [None, None]


def test_formula_that_was_refused_comes_back_as_the_words_that_were_typed(desk: Desk) -> None:
    advice = desk.ids[0]
    brought = desk.bring(desk.file, {(advice, "Owner"): "=A1&B1", (advice, "Note"): "Agreed."})
    (row,) = brought.plan.refused
    again = workbook(not_written(brought, {row.number: row.reason}))
    sheet = load_workbook(BytesIO(again))["Recommendations"]
    names = columns_of(sheet)
    owner = sheet.cell(2, names["Owner"])
    assert (owner.value, owner.data_type) == ("'=A1&B1", "s")
    assert sheet.cell(2, names["Note"]).value == "Agreed."


def test_column_that_marks_inventions_is_left_out_on_the_way_back(desk: Desk) -> None:
    brought = desk.bring(desk.file, {(desk.ids[0], "Invented"): "Invented"})
    assert (brought.plan.changes, brought.plan.refused) == ((), ())
    assert brought.plan.unknown == ()


def test_wanted_ones_that_are_cut_say_of_how_many(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = len(desk.ids)
    for advice in desk.ids:
        desk.decide(advice, owner="Mira")
    monkeypatch.setattr("dash_intel.query.exchanged.MOST_EXCHANGED", 2)
    sheet = taken(desk.database, ALL, TODAY, "", Wanted("Mira", "mine"))
    assert len(sheet.rows) == 2
    assert dict(sheet.about)["How many"].startswith(f"The first 2 of {many} recommendations")
