"""Loads, and what could not be read, in words."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from dash_intel.model.load import Load
from dash_intel.model.source import Rejection
from dash_intel.view.listing import Listing
from dash_intel.view.loads import (
    headline,
    last_load,
    load_table,
    origins,
    outcome,
    rejection_table,
    unrecognised,
)

WHEN = datetime(2026, 2, 26, 9, 5, tzinfo=UTC)
COLUMNS = (
    "number",
    "loaded_at",
    "origins",
    "added",
    "known",
    "unrecognised",
    "warned",
    "revised",
    "rejected",
)
LOADS = pd.DataFrame(
    [
        (2, WHEN, ["b.zip"], 3, 1, 1, 2, 0, 1),
        (1, WHEN, ["a", "b", "c", "d", "e"], 5, 0, 0, 0, 0, 0),
    ],
    columns=list(COLUMNS),
)
REJECTIONS = pd.DataFrame(
    [
        (2, WHEN, "b.zip!x.bin", "binary", "It is binary."),
        (1, WHEN, "old.txt", "empty", "It is empty."),
    ],
    columns=["load_number", "loaded_at", "source", "code", "reason"],
)


def test_last_load_is_the_newest_with_its_own_rejections() -> None:
    summary = last_load(LOADS, REJECTIONS)
    assert summary.scope == "Load 2, 2026-02-26 09:05 UTC: b.zip."
    assert {line.label: line.number for line in summary.lines} == {
        "New reports": 2,
        "With remarks": 2,
        "Not recognised": 1,
        "Already loaded": 1,
        "Files rejected": 1,
    }
    assert summary.rejections == (("b.zip!x.bin", "It is binary."),)


def test_figures_of_a_load_lead_to_the_reports_they_count() -> None:
    listings = {line.label: line.listing for line in last_load(LOADS, REJECTIONS).lines}
    assert listings["New reports"] == Listing(load=2)
    assert listings["With remarks"] == Listing(load=2, has_remarks=True)
    assert listings["Not recognised"] is None


def test_figure_of_nothing_leads_nowhere() -> None:
    summary = last_load(LOADS.assign(added=1, warned=0), REJECTIONS)
    assert [line.listing for line in summary.lines] == [None] * 5


def test_many_origins_are_counted_after_the_third() -> None:
    assert origins(("a", "b", "c", "d", "e")) == "a, b, c and 2 others"


@pytest.mark.parametrize(
    ("unrecognised", "older", "rejections", "said"),
    [
        (0, 0, REJECTIONS[:0], "7 reports from 2 loads"),
        (0, 1, REJECTIONS[:0], "7 reports (1 older revision not counted) from 2 loads"),
        (
            1,
            0,
            REJECTIONS,
            "7 reports and 1 text not recognised from 2 loads; 2 files could not be read",
        ),
    ],
)
def test_headline_says_what_there_is_now(
    unrecognised: int, older: int, rejections: pd.DataFrame, said: str
) -> None:
    counts = pd.DataFrame([{"reports": 7, "superseded": older, "unrecognised": unrecognised}])
    assert headline(counts, LOADS, rejections) == said


def test_outcome_names_only_what_happened() -> None:
    load = Load(3, WHEN, ("x",), added=2, known=0, unrecognised=0, warned=0)
    assert outcome(load) == "Load 3 brought 2 new reports."


def test_revisions_are_said_where_more_texts_came_than_reports_are_counted() -> None:
    load = Load(3, WHEN, ("x",), added=60, known=0, unrecognised=0, warned=2, revised=1)
    assert outcome(load) == (
        "Load 3 brought 60 new reports (2 with remarks, 1 revision). "
        "Of a report with revisions only the newest counts: 59 reports more than before."
    )
    summary = last_load(LOADS.assign(revised=1), REJECTIONS)
    assert summary.scope.endswith("Of a report with revisions only the newest counts.")
    assert ("Revisions among them", 1) in [(line.label, line.number) for line in summary.lines]


def test_outcome_names_all_that_happened() -> None:
    rejection = (Rejection("x", "empty", "It is empty."),)
    load = Load(3, WHEN, ("x",), 2, known=1, unrecognised=1, warned=1, rejections=rejection)
    assert outcome(load) == (
        "Load 3 brought 1 new report (1 with remarks), 1 not recognised, 1 already loaded and "
        "1 file rejected."
    )


def test_tables_have_a_row_each() -> None:
    assert load_table(LOADS).rows[0] == (2, "2026-02-26 09:05 UTC", "b.zip", 2, 0, 2, 1, 1, 1)
    assert rejection_table(REJECTIONS).rows[1] == ("old.txt", "It is empty.", 1)


def test_unrecognised_text_says_its_size_load_and_reason() -> None:
    frame = pd.DataFrame(
        [("report-1", "odd.txt", 1200, "No profile knows its headings.", 2)],
        columns=["report_id", "source", "size", "reason", "load_number"],
    )
    (row,) = unrecognised(frame)
    assert row.meta == "1,200 characters · load 2 · No profile knows its headings."
