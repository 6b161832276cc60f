"""Values side by side as dumbbells."""

from dataclasses import replace

import pytest

from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.view.chart import Bar, BarChart, Caption
from dash_intel.view.table import TableView
from tests.figure.checked import figure

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])

WORSE = Bar("a", "<b>Terror</b>", 0.4, ("Terror",), 0.2, 0.3, 0.55, "deteriorated", "9 of 23")
BETTER = Bar("b", "Cyber", 0.1, ("Cyber",), 0.3, 0.05, 0.2, "improved", "2 of 20")
THIN = Bar("c", "Health", 0.25, ("Health",), None, 0.1, 0.5, "insufficient", "1 of 2", True)
VIEW = BarChart(
    Caption("Title", "Measure", "Foot", "Method", "Alt"),
    TableView("Alt", (), (), ()),
    (WORSE, BETTER, THIN),
    "share",
)


def marks(view: BarChart, palette: Palette, chosen: str | None = None) -> list[tuple[object, ...]]:
    """Return key, value, row, fill and edge of every round mark, those before first."""
    return [
        mark
        for trace in figure(view, palette, chosen).data
        if trace.type == "scatter"
        for mark in zip(
            trace.customdata,
            trace.x,
            trace.y,
            trace.marker.color,
            trace.marker.line.color,
            strict=True,
        )
    ]


@both
def test_value_before_is_hollow_and_value_now_is_full(palette: Palette) -> None:
    paper, worse, better, muted = palette.paper, palette.worse, palette.better, palette.muted
    assert marks(VIEW, palette) == [
        ("a", 0.2, 0, paper, worse),
        ("b", 0.3, 1, paper, better),
        ("a", 0.4, 0, worse, worse),
        ("b", 0.1, 1, better, better),
        ("c", 0.25, 2, muted, muted),
    ]


@both
def test_chosen_mark_is_outlined(palette: Palette) -> None:
    assert marks(VIEW, palette, "b")[3] == ("b", 0.1, 1, palette.better, palette.ink)


def test_interval_lies_behind_its_mark_and_thin_ones_are_hatched() -> None:
    intervals = figure(VIEW, LIGHT).data[0]
    ends = [
        round(base + length, 6) for base, length in zip(intervals.base, intervals.x, strict=True)
    ]
    assert list(zip(intervals.base, ends, intervals.y, strict=True)) == [
        (0.3, 0.55, 0),
        (0.05, 0.2, 1),
        (0.1, 0.5, 2),
    ]
    assert intervals.marker.pattern.shape == ("", "", "/")
    assert intervals.marker.opacity == 0.18


def test_line_leads_from_before_to_now() -> None:
    lines = figure(VIEW, LIGHT).data[1]
    assert lines.base == (0.2, 0.3)
    assert [round(length, 6) for length in lines.x] == [0.2, -0.2]


def test_names_are_words_and_those_that_changed_are_bold() -> None:
    assert figure(VIEW, LIGHT).layout.yaxis.ticktext == (
        "<b>&lt;b&gt;Terror&lt;/b&gt;</b>",
        "<b>Cyber</b>",
        "Health",
    )


def test_notes_say_the_change_with_an_arrow() -> None:
    notes = [note.text for note in figure(VIEW, LIGHT).layout.annotations]
    assert notes == ["▲ 9 of 23", "▼ 2 of 20", "1 of 2"]


def test_first_bar_is_on_top_and_the_axis_starts_at_nothing() -> None:
    layout = figure(VIEW, LIGHT).layout
    assert layout.yaxis.range == (2.5, -0.5)
    assert (layout.xaxis.tickvals[0], layout.xaxis.ticktext[-1]) == (0, "60%")


@pytest.mark.parametrize(("highest", "last"), [(1.0, "100%"), (0.97, "100%"), (0.0, "100%")])
def test_share_never_has_a_tick_beyond_all(highest: float, last: str) -> None:
    view = replace(VIEW, bars=(Bar("a", "All", highest, ("All",), high=highest),))
    assert figure(view, LIGHT).layout.xaxis.ticktext[-1] == last


def test_numbers_have_whole_ticks_and_no_percent() -> None:
    view = replace(VIEW, bars=(Bar("a", "All", 1_800, ("All",)),), unit="number")
    assert figure(view, LIGHT).layout.xaxis.ticktext[-1] == "2,000"


def test_chart_without_bars_is_still_a_figure() -> None:
    assert marks(replace(VIEW, bars=()), LIGHT) == []


def test_long_name_goes_on_in_the_next_line_so_that_bars_have_room() -> None:
    long = replace(BETTER, name="Human, animal and plant health")
    view = replace(VIEW, bars=(long, THIN))
    assert figure(view, LIGHT).layout.yaxis.ticktext == (
        "<b>Human, animal and plant<br>health</b>",
        "Health",
    )
