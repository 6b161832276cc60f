"""Decisions as sentences."""

from dataclasses import replace
from datetime import UTC, datetime

from dash_intel.model.ledger import Event, Values
from dash_intel.model.signpost import trigger_key
from dash_intel.view.decisions import change, history_table, told

AT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)


def _event(kind: str, before: Values, after: Values) -> Event:
    return Event(
        7, AT, "Mira", kind, "future-1", "report-1", 1, 2, before, after, None, None, "", ""
    )


def test_signpost_is_told_with_its_indicator_day_and_evidence() -> None:
    before = {"tankers turn back": ("not_seen",), "the dock closes": None}
    after = {
        "tankers turn back": ("observed", "2026-01-04", "Port office"),
        "the dock closes": ("emerging", "2026-01-03", "Radio"),
        trigger_key("a strike"): ("not_seen",),
    }
    assert change(_event("signpost.set", before, after)) == (
        "tankers turn back: Not seen → Observed, 2026-01-04, Port office; "
        "the dock closes: – → Emerging, 2026-01-03, Radio; "
        "Trigger: – → Not seen"
    )


def test_trigger_is_told_in_its_words_where_they_are_known() -> None:
    event = _event("signpost.set", {}, {trigger_key("a strike"): ("not_seen",)})
    assert change(event, ("a strike", "a ballot")) == "a strike: – → Not seen"


def test_matrix_is_told_by_its_size() -> None:
    before = {"question": None, "hypotheses": ("A", "B"), "evidence": None, "marks": None}
    after = {
        "question": "Who?",
        "hypotheses": ("A", "B", "C"),
        "evidence": ("1", "2"),
        "marks": ("consistent - neutral", "- - inconsistent"),
    }
    event = _event("matrix.save", before, after)
    assert change(event) == (
        "Evidence: – → 2; Question: – → Who?; Hypotheses: 2 → 3; Marks: – → 3 set"
    )
    assert told(event).startswith("Mira, 2026-01-05 09:30 UTC: Matrix saved. ")


def test_corrected_reading_is_told_in_its_words() -> None:
    event = _event(
        "override.set", {"category": None}, {"category": ("conflict_instability", "cyber")}
    )
    assert change(event) == "Category: – → Conflict and instability; Cyber"


def test_invented_event_is_marked_in_histories() -> None:
    event = _event("scenario.set", {"probability": None}, {"probability": 0.4})
    invented = replace(event, is_invented=True)
    rows = history_table([event, invented]).rows
    assert [row[2] for row in rows] == ["Scenario changed", "Scenario changed (invented)"]
    assert "Scenario changed (invented). Probability: – → 40%" in told(invented)
