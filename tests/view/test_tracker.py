"""Rows, counts and headlines of recommendations, and changes before they are written."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from dash_intel.ledger import RecommendationChange
from dash_intel.ledger.status import WAYS
from dash_intel.model.ledger import KEEP, Event, Status
from dash_intel.view.item import Chip
from dash_intel.view.tracker import Row, due_chips, first_seen, rows
from dash_intel.view.tracker_edits import (
    Edit,
    Saving,
    bulk_edits,
    chosen,
    edits,
    is_empty,
    lacking,
    refusals,
    reverse,
)
from dash_intel.view.tracker_item import entries, facts
from dash_intel.view.tracker_tally import figures, headline, quick_label, tally

RAW = {
    "recommendation_id": "advice-1",
    "text": "Open the **berth**\nto tankers. Then count.",
    "instrument": "economic",
    "horizon": "immediate",
    "report_id": "report-1",
    "title": "Dockers close the port",
    "publisher": "Gazette",
    "published_on": pd.Timestamp(2025, 6, 3),
    "regions": ["145", "015"],
    "group_key": "7",
    "group_reports": 3,
    "first_on": pd.Timestamp(2025, 5, 1),
    "last_on": pd.Timestamp(2025, 6, 3),
    "status": "accepted",
    "owner": "Jon",
    "addressee": None,
    "priority": "critical",
    "due_on": pd.Timestamp(2025, 7, 1),
    "done_on": pd.NaT,
    "reason": None,
    "evidence": None,
    "note": None,
    "successor_id": None,
    "links": None,
    "revision": 2,
    "is_overdue": True,
    "is_due_soon": False,
    "is_stale": False,
    "is_recurring": True,
}


def row(**changes: object) -> Row:
    (found,) = rows(pd.DataFrame([RAW | changes]))
    return found


def counts(**statuses: tuple[int, ...]) -> pd.DataFrame:
    columns = ["given", "mine", "due", "overdue", "stale", "recurring", "wanted"]
    return pd.DataFrame(
        [{"status": at, **dict(zip(columns, it, strict=True))} for at, it in statuses.items()],
        columns=["status", *columns],
    )


def event(before: dict[str, object], after: dict[str, object], **changes: object) -> Event:
    fields: dict[str, object] = {
        "number": 1,
        "at": datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
        "who": "mira",
        "kind": "recommendation.set",
        "subject_id": "advice-1",
        "report_id": None,
        "report_revision": None,
        "revision": 3,
        "before": before,
        "after": after,
        "note": None,
        "reason": None,
        "previous_hash": "",
        "hash": "",
    }
    return Event(**(fields | changes))  # type: ignore[arg-type]


def test_row_has_its_words_its_places_and_its_flags() -> None:
    found = row()
    assert found.short == "Open the berth to tankers. …"
    assert found.facts == "Northern Africa and Western Asia · Economic · 3 reports in all"
    assert [chip.text for chip in found.chips] == ["Overdue", "Recurring"]
    assert due_chips(found) == (Chip("due 2025-07-01, overdue", "red"), Chip("Recurring", "blue"))
    assert first_seen(found) == (
        "The same advice stands in 3 reports, first seen 2025-05-01, last seen 2025-06-03."
    )


def test_open_advice_without_a_due_day_says_so_and_closed_does_not() -> None:
    plain = {"due_on": pd.NaT, "is_overdue": False, "is_recurring": False}
    assert due_chips(row(**plain)) == (Chip("no date"),)
    assert due_chips(row(**plain, status="implemented")) == ()


def test_counts_beside_choices_are_of_what_else_is_chosen() -> None:
    found = tally(counts(new=(5, 0, 0, 0, 4, 0, 1), accepted=(3, 1, 1, 2, 0, 0, 2)), ("accepted",))
    assert found.quick == {
        "all": 3,
        "mine": 1,
        "due": 1,
        "overdue": 2,
        "stale": 0,
        "recurring": 0,
    }
    assert {at: it for at, it in found.statuses.items() if it} == {
        "any": 3,
        "open": 3,
        "new": 1,
        "accepted": 2,
    }
    assert (found.total, found.open, found.stale) == (8, 8, 4)
    assert [one.value for one in figures(found)] == ["8", "1", "2", "4", "0%"]


def test_nothing_is_counted_as_nothing() -> None:
    found = tally(counts(), ())
    assert (found.total, found.open, set(found.quick.values())) == (0, 0, {0})
    assert figures(found)[-1].value == "–"


@pytest.mark.parametrize(
    ("overdue", "in_region", "said"),
    [
        (1, 1, "1 recommendation of the period’s reports is overdue"),
        (9, 5, "9 recommendations of the period’s reports are overdue, 5 of them in Western Asia"),
        (9, 2, "9 recommendations of the period’s reports are overdue"),
    ],
)
def test_headline_names_a_region_only_where_much_is_overdue_there(
    overdue: int, in_region: int, said: str
) -> None:
    found = tally(counts(accepted=(20, 0, 4, overdue, 0, 0, 20)), ())
    regions = pd.DataFrame([{"code": "145", "overdue": in_region}])
    assert headline(found, regions) == said


def test_headline_says_what_is_due_else_the_name_of_the_page() -> None:
    nowhere = pd.DataFrame(columns=["code", "overdue"])
    due = tally(counts(accepted=(20, 0, 4, 0, 0, 0, 20)), ())
    assert headline(due, nowhere) == "4 recommendations are due within 14 days"
    assert headline(tally(counts(), ()), nowhere) == "Recommendations"


def test_typed_cells_are_changes_of_their_rows_and_the_same_value_is_none() -> None:
    typed: dict[object, dict[str, object]] = {
        "0": {"Owner": " Mira ", "Due": "2025-08-01T00:00:00", "Priority": None},
        1: {"Status": "Open – Accepted", "Owner": "Jon"},
        9: {"Owner": "nobody"},
        "2": {"Choose": True},
    }
    (edit,) = edits([row(), row(), row()], typed)
    assert edit == Edit(
        "advice-1",
        2,
        RecommendationChange(owner="Mira", due_on=date(2025, 8, 1), priority=None),
    )
    assert edit.change.status is KEEP


def test_ticked_rows_are_chosen_and_unticked_ones_no_longer() -> None:
    shown = [row(), row(recommendation_id="advice-2")]
    assert chosen(shown, {"0": {"Choose": True}}, {"advice-9"}) == {"advice-1", "advice-9"}
    assert chosen(shown, {"0": {"Choose": False}}, {"advice-1", "advice-2"}) == {"advice-2"}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.target)
def test_what_a_status_needs_is_lacking_until_it_is_said(way: object) -> None:
    target: Status = way.target  # type: ignore[attr-defined]
    for before in way.origins:  # type: ignore[attr-defined]
        edit = Edit("advice-1", 2, RecommendationChange(status=target))
        assert lacking(edit, before, "") == way.needs  # type: ignore[attr-defined]
        said = RecommendationChange(
            status=target, owner="Jon", evidence="Seen.", done_on=date(2025, 7, 1)
        )
        assert lacking(Edit("advice-1", 2, said, "note", "rejected"), before, "") == ()


def test_owner_that_is_known_is_not_asked_for_unless_it_is_emptied() -> None:
    change = RecommendationChange(status="accepted")
    assert lacking(Edit("advice-1", 2, change), "new", "Jon") == ()
    emptied = RecommendationChange(status="accepted", owner=None)
    assert lacking(Edit("advice-1", 2, emptied), "new", "Jon") == ("owner",)


def test_what_is_superseded_lacks_the_other_recommendation() -> None:
    edit = Edit("advice-1", 2, RecommendationChange(status="not_implemented"), None, "superseded")
    assert lacking(edit, "new", "") == ("successor_id",)


def test_fields_are_taken_back_as_they_were() -> None:
    found = reverse(event({"due_on": "2025-07-01", "owner": None}, {"due_on": None, "owner": "A"}))
    assert found is not None
    assert found.change == RecommendationChange(due_on=date(2025, 7, 1), owner=None)
    assert (found.seen, found.reason) == (3, "Undone")


def test_invented_value_is_put_back_where_it_stood_before() -> None:
    done = replace(event({"due_on": None}, {"due_on": None}), stood={"due_on": "2025-07-01"})
    found = reverse(done)
    assert found is not None
    assert found.change == RecommendationChange(due_on=date(2025, 7, 1))


def test_status_is_taken_back_only_by_reopening_what_was_accepted() -> None:
    closed = reverse(event({"status": "accepted"}, {"status": "not_implemented"}))
    assert closed is not None
    assert closed.change.status == "accepted"
    assert reverse(event({"status": None}, {"status": "accepted", "owner": "A"})) is None
    assert reverse(event({"status": "in_progress"}, {"status": "implemented"})) is None


def test_one_pattern_changes_each_row_only_where_it_differs() -> None:
    pattern = Edit("", 0, RecommendationChange(owner="Jon", priority="routine"), "Agreed.")
    same, other = bulk_edits([row(), row(owner="Eva", revision=7)], pattern)
    assert same.change == RecommendationChange(priority="routine")
    assert (other.seen, other.change.owner, other.note) == (7, "Jon", "Agreed.")
    assert is_empty(Edit("", 0, RecommendationChange()))
    assert not is_empty(pattern)


def test_saving_says_what_changed_and_each_reason_once() -> None:
    one = event({"owner": None}, {"owner": "Jon"})
    assert Saving((("Open it.", one),)).sentence == "Owner: – → Jon. Open it."
    both = Saving((("A.", one), ("B.", one)), (("C.", "No."), ("D.", "No."), ("E.", "Late.")))
    assert both.sentence == "2 changed, 3 not written."
    assert refusals(both) == ("2 times: No.", "E: Late.")


def test_history_ends_with_the_report_and_begins_with_what_follows_from_the_day() -> None:
    events = [event({"status": None}, {"status": "accepted", "owner": "Jon"}, note="Agreed.")]
    computed, decided, origin = entries(row(), events)
    assert (computed.chips[0].text, computed.words) == ("Overdue", "was due 2025-07-01")
    assert decided.head == "2026-01-02 03:04 UTC · mira"
    assert (decided.chips[0].text, decided.words) == ("Accepted", "Owner: – → Jon; “Agreed.”")
    assert origin.words == "from Dockers close the port"


def test_facts_leave_out_what_is_not_known() -> None:
    assert facts(row(horizon=None)) == (
        ("Owner", "Jon"),
        ("Priority", "Critical"),
        ("Regions", "Northern Africa and Western Asia"),
        ("Instrument", "Economic"),
    )


def test_mine_names_who_that_is() -> None:
    assert quick_label("mine", "root") == "Mine (root)"
    assert quick_label("due", "root") == "Due within 14 days"
