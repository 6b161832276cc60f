"""The calibration chart, drawn."""

from typing import Any

import pytest

from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.figure import figure
from dash_intel.figure.framed import framed
from dash_intel.view.calibration import BandMark, CalibrationChart
from dash_intel.view.chart import Caption
from dash_intel.view.table import TableView

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
HOSTILE = "<b>Likely</b>"
VIEW = CalibrationChart(
    Caption("Title <i>", "Measure", "Foot", "Method", "Alt"),
    TableView("Alt", (), (), ()),
    (
        BandMark("unlikely", 0.3, 0.25, 0.1, 0.45, "12", ("Unlikely", "3 of 12")),
        BandMark("almost_certain", 0.97, 1.0, 0.7, 1.0, "9", (HOSTILE, "9 of 9")),
    ),
    (0.05, 0.2, 0.45, 0.55, 0.8, 0.95),
)


def traces(**named: Any) -> list[Any]:
    return list(figure(VIEW, LIGHT, **named).data)


def test_marks_stand_at_stated_and_observed_share_and_name_their_band() -> None:
    *_, marks = traces()
    assert list(zip(marks.customdata, marks.x, marks.y, strict=True)) == [
        ("unlikely", 0.3, 0.25),
        ("almost_certain", 0.97, 1.0),
    ]


def test_every_mark_has_its_interval() -> None:
    _, intervals, _ = traces()
    assert list(zip(intervals.x, intervals.y, strict=True)) == [
        (0.3, 0.1),
        (0.3, 0.45),
        (None, None),
        (0.97, 0.7),
        (0.97, 1.0),
        (None, None),
    ]


def test_line_is_where_both_shares_are_the_same() -> None:
    line, *_ = traces()
    assert (list(line.x), list(line.y), line.line.dash) == ([0, 1], [0, 1], "dot")


def test_words_are_no_markup() -> None:
    *_, marks = traces()
    assert marks.hovertext[1] == "<b>&lt;b&gt;Likely&lt;/b&gt;</b><br>9 of 9"
    assert "Title &lt;i&gt;" in framed(VIEW, LIGHT, "All regions").layout.title.text


def test_chosen_band_has_a_ring_and_the_others_none() -> None:
    *_, marks = traces(chosen="unlikely")
    assert list(marks.marker.line.color) == [LIGHT.ink, LIGHT.paper]


def test_number_of_the_last_mark_stands_inside_the_chart() -> None:
    numbers = [one for one in figure(VIEW, LIGHT).layout.annotations if one.text in {"12", "9"}]
    assert [one.xanchor for one in numbers] == ["left", "right"]


@both
def test_figure_is_one_that_plotly_accepts_and_has_only_our_colours(palette: Palette) -> None:
    drawn = figure(VIEW, palette)
    checked = type(drawn)(drawn.to_dict())
    assert checked.layout.paper_bgcolor == palette.paper
    *_, marks = checked.data
    assert marks.marker.color == palette.accent
