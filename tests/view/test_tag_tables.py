"""One tag's reports, and tags by area and by one another."""

from datetime import date

import pandas as pd
import pytest

from dash_intel.query.periods import Span
from dash_intel.query.picked import Pick, pick
from dash_intel.view.tag_areas import area_matrix, area_panels, step
from dash_intel.view.tag_pairs import pair_matrix
from dash_intel.view.tag_reports import related, spans, tag_reports
from dash_intel.vocab.areas import Area
from tests.view.trending import BUSY, ranking_of

VIEW = ranking_of(BUSY)
AUGUST = Span(date(2025, 8, 1), date(2025, 8, 31))


def reports(**changed: object) -> pd.DataFrame:
    row = {
        "report_id": "r1",
        "title": "Drones over *Vesna*",
        "publisher": "Gazette",
        "published_on": pd.Timestamp(2025, 8, 4),
        "supported": True,
        "words": ["Drone", "drone", "UAV"],
        "tag_position": 1,
        "reports": 20,
        "units": 18,
    }
    return pd.DataFrame([row | changed])


def test_a_report_is_told_with_the_words_that_support_the_tag() -> None:
    found = tag_reports(VIEW, Pick("drones", AUGUST), reports())
    assert (found.title, found.total) == ("20 reports, August 2025", 20)
    (row,) = found.rows
    assert row.meta == "2025-08-04 · Gazette · in the text: “drone” and “uav”"
    assert (row.item, row.chip) == ("tag-2", None)


@pytest.mark.parametrize(
    ("supported", "position", "said"),
    [
        (False, 0, "Not supported by the text"),
        (None, 0, "Not known whether the text speaks of it"),
        (None, None, "Added by a correction"),
    ],
)
def test_a_tag_that_the_text_does_not_support_is_marked(
    supported: bool | None, position: int | None, said: str
) -> None:
    rows = reports(supported=supported, words=None, tag_position=position)
    (row,) = tag_reports(VIEW, Pick("drones"), rows).rows
    assert row.chip is not None
    assert row.chip.text == said


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Pick("drones"), "20 reports in the days that are looked at"),
        (Pick("drones", VIEW.line.baseline), "20 reports, the 6 months before"),
        (Pick("drones", Span(date(2025, 1, 1), date(2025, 1, 9))), "20 reports, 1 Jan–9 Jan 2025"),
        (Pick("drones", None, Area("region", "145")), "20 reports of Western Asia"),
        (Pick("drones", other="ports"), "20 reports that also carry ports"),
    ],
)
def test_the_number_behind_a_list_is_said_with_where_it_is_from(wanted: Pick, said: str) -> None:
    assert tag_reports(VIEW, wanted, reports()).title == said


def test_reports_of_events_are_counted_as_both() -> None:
    found = tag_reports(ranking_of(BUSY, "event"), Pick("drones", AUGUST), reports())
    assert found.title == "20 reports of 18 events, August 2025"


def test_no_report_is_said_as_such() -> None:
    found = tag_reports(VIEW, Pick("drones", AUGUST), reports().iloc[:0])
    assert (found.title, found.rows, found.total) == ("0 reports, August 2025", (), 0)


def test_days_to_choose_from_say_their_numbers() -> None:
    labels = [(one.label, pick(one.key)) for one in spans(VIEW, "drones")]
    assert labels == [
        ("Now (20)", Pick("drones", AUGUST)),
        ("Before (24)", Pick("drones", VIEW.line.baseline)),
        ("All days", Pick("drones")),
    ]


def test_related_tags_come_with_their_share_and_without_stamps_and_the_tag_itself() -> None:
    rows = pd.DataFrame([("drones", 20), ("focus", 19), ("ports", 5)], columns=["tag", "units"])
    (only,) = related(Pick("drones"), rows, frozenset({"focus"}))
    assert (only.label, pick(only.key)) == ("ports 25% (5)", Pick("drones", other="ports"))


def test_a_cell_has_the_share_of_the_area_and_is_thin_where_it_rests_on_few() -> None:
    rows = pd.DataFrame(
        [("145", None, 40), ("145", "drones", 8), ("151", None, 2), ("151", "ports", 1)],
        columns=["code", "tag", "units"],
    )
    chart = area_matrix(("drones", "ports"), "region", rows, "report", "Data to 2025-09-29.")
    assert [code for code, _ in chart.rows] == ["145", "151"]
    cells = {(cell.row, cell.column): cell for cell in chart.cells}
    assert (cells["145", "drones"].text, cells["145", "drones"].small) == ("20%", "8 of 40")
    assert [
        cells[key].level for key in (("145", "drones"), ("145", "ports"), ("151", "ports"))
    ] == [
        2,
        None,
        4,
    ]
    assert [cells[code, "ports"].is_thin for code in ("145", "151")] == [False, True]
    assert chart.ramp == "plain"
    assert pick(cells["151", "ports"].key) == Pick("ports", None, Area("region", "151"))
    assert chart.table.keys == tuple(cell.key for cell in chart.cells)


def test_steps_of_a_share_are_those_of_the_key() -> None:
    assert [step(one) for one in (0.01, 0.05, 0.149, 0.15, 0.3, 0.5, 1.0)] == [0, 1, 1, 2, 3, 4, 4]


def test_pairs_say_how_much_more_often_than_chance_they_stand_together() -> None:
    rows = pd.DataFrame(
        [
            ("drones", "drones", 20),
            ("ports", "ports", 10),
            ("drones", "ports", 5),
            ("ports", "drones", 5),
        ],
        columns=["one", "other", "units"],
    )
    chart = pair_matrix(("drones", "ports", "labour"), rows, 100, "report", "Data to 2025-09-29.")
    cells = {(cell.row, cell.column): cell for cell in chart.cells}
    assert ("drones", "drones") not in cells
    assert (cells["drones", "ports"].text, cells["ports", "drones"].text) == ("25%", "50%")
    assert "2.5 times as often as on all reports" in cells["drones", "ports"].hover
    assert cells["labour", "ports"].level is None
    assert chart.table.rows[0] == ("drones", "ports", 5, 20, 25, "2.5")


def test_panels_are_those_of_areas_that_carry_the_tag_most_first() -> None:
    start = VIEW.line.history[-2]
    rows = pd.DataFrame(
        [("145", start, 10, 4), ("151", start, 30, 6), ("035", start, 9, 0)],
        columns=["code", "started_on", "units", "carrying"],
    )
    chart = area_panels(VIEW, "drones", "region", rows, BUSY.counts)
    assert [panel.key for panel in chart.panels] == ["151", "145"]
    grey, line = chart.panels[0].lines
    assert (grey.colour, line.colour) == (None, 0)
    assert [one.value for one in line.points][-2:] == [0.2, None]
    assert line.points[-2].hover == ("Eastern Europe", "August 2025", "6 of 30 reports (20%)")
    assert chart.panels[0].title == "Eastern Europe\n6 of 30"
    assert len(chart.table.keys) == len(chart.table.rows) == 2 * len(VIEW.line.history)
