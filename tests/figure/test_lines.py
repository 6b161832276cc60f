"""Lines over time and small multiples."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.figure.time import days, values
from dash_intel.view.chart import (
    Caption,
    Fact,
    Line,
    LineChart,
    Panel,
    PanelChart,
    Point,
    Scale,
    Unit,
)
from dash_intel.view.table import TableView
from tests.figure.checked import figure

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
CAPTION = Caption("Title", "Measure", "Foot", "Method", "Alt")
TABLE = TableView("Alt", (), (), ())
MONTHS = tuple(date(2024 + month // 12, month % 12 + 1, 1) for month in range(9, 21))


def line(name: str, shares: list[float | None], colour: int | None = None) -> Line:
    points = tuple(
        Point(on, share, (name, f"{on:%B}"), f"{name} {on}")
        for on, share in zip(MONTHS, shares, strict=False)
    )
    return Line(name, name, points, colour, "9%")


VIEW = LineChart(
    CAPTION,
    TABLE,
    (
        line("<b>Drones</b>", [0.1, 0.2, None, 0.3, 0.1], 0),
        line("Ports", [0.1, 0.1, 0.1, 0.1, 0.1], 1),
        line("Quiet", [0.05, 0.05, 0.05, 0.05, 0.05]),
    ),
    "share",
    is_last_partial=True,
)


def traces(view: LineChart | PanelChart, palette: Palette = LIGHT, **named: Any) -> list[Any]:
    return list(figure(view, palette, **named).data)


def marks(view: LineChart | PanelChart) -> dict[str, tuple[object, float, object]]:
    """Return where every mark is and what hovering over it says, by its key."""
    return {
        key: (x, y, words)
        for trace in traces(view)
        if trace.mode == "markers" and trace.customdata is not None
        for key, x, y, words in zip(
            trace.customdata, trace.x, trace.y, trace.hovertext, strict=True
        )
    }


def test_every_value_has_a_mark_that_names_it_and_a_missing_value_has_none() -> None:
    found = marks(VIEW)
    keys = {one.key for each in VIEW.lines for one in each.points if one.value is not None}
    assert set(found) == keys
    x, y, words = found[f"Ports {MONTHS[1]}"]
    assert (x, y, words) == (MONTHS[1], 0.1, "<b>Ports</b><br>November")


def test_words_of_tags_are_no_markup() -> None:
    found = figure(VIEW, LIGHT)
    assert found.layout.annotations[0].text.startswith("<b>&lt;b&gt;Drones&lt;/b&gt;</b>")
    _, _, words = marks(VIEW)[f"<b>Drones</b> {MONTHS[0]}"]
    assert words == "<b>&lt;b&gt;Drones&lt;/b&gt;</b><br>October"


@both
def test_lines_have_the_colours_of_tags_and_grey_ones_have_no_name(palette: Palette) -> None:
    found = figure(VIEW, palette)
    colours = [one.line.color for one in found.data if one.mode == "lines"]
    assert dict.fromkeys(colours) == dict.fromkeys([palette.line, *palette.tags[:2]])
    assert [one.font.color for one in found.layout.annotations] == list(palette.tags[:2])


def test_only_the_way_to_a_period_that_is_not_complete_is_dotted() -> None:
    dotted = [one for one in traces(VIEW) if one.mode == "lines" and one.line.dash == "dot"]
    assert [list(one.x[:2]) for one in dotted] == [list(MONTHS[3:5])] * 3
    whole = replace(VIEW, is_last_partial=False)
    assert {one.line.dash for one in traces(whole) if one.mode == "lines"} == {"solid"}


def test_a_line_is_broken_where_it_has_no_value() -> None:
    (solid,) = (
        one
        for one in traces(VIEW)
        if one.mode == "lines" and one.line.color == LIGHT.tags[0] and one.line.dash == "solid"
    )
    assert list(solid.y) == [0.1, 0.2, None, 0.3, None]


def test_names_at_the_end_do_not_stand_over_one_another() -> None:
    view = replace(VIEW, lines=tuple(line(f"Tag {at}", [0.1, 0.1], at) for at in range(4)))
    found = figure(view, LIGHT)
    pixels = 370 - 16 - 46
    top = found.layout.yaxis.range[1]
    middles = sorted(one.y / top * pixels + one.yshift for one in found.layout.annotations)
    assert all(upper - lower >= 33.9 for lower, upper in pairwise(middles))


def test_names_of_lines_that_end_at_the_top_stay_inside_and_apart() -> None:
    view = replace(VIEW, lines=tuple(line(f"Tag {at}", [1.0, 1.0], at) for at in range(3)))
    found = figure(view, LIGHT)
    pixels = 370 - 16 - 46
    top = found.layout.yaxis.range[1]
    middles = sorted(one.y / top * pixels + one.yshift for one in found.layout.annotations)
    assert all(upper - lower >= 33.9 for lower, upper in pairwise(middles))
    assert middles[-1] + 17 <= pixels + 16


def test_the_chosen_point_has_a_ring() -> None:
    (ring,) = [
        one
        for one in traces(VIEW, chosen=f"Ports {MONTHS[2]}")
        if one.customdata is None and one.mode == "markers"
    ]
    assert (list(ring.x), list(ring.y)) == ([MONTHS[2]], [0.1])
    assert all(one.customdata is not None for one in traces(VIEW) if one.mode == "markers")


def test_a_fact_is_a_dotted_line_with_its_words() -> None:
    view = replace(VIEW, facts=(Fact(date(2024, 11, 9), "First <i>strike</i>"),))
    found = figure(view, LIGHT)
    assert found.layout.annotations[-1].text == "First &lt;i&gt;strike&lt;/i&gt;"
    assert found.layout.shapes[0].line.dash == "dot"


def test_a_chart_without_lines_or_with_one_point_is_no_error() -> None:
    assert len(figure(replace(VIEW, lines=()), LIGHT).data) == 0
    one = replace(VIEW, lines=(line("Ports", [None], 0), line("Drones", [0.5], 1)))
    assert set(marks(one)) == {f"Drones {MONTHS[0]}"}


@pytest.mark.parametrize(
    ("highest", "unit", "said"),
    [
        (0.29, "share", ["0", "10", "20", "30%"]),
        (0.67, "share", ["0", "25", "50", "75%"]),
        (1.0, "share", ["0", "50", "100%"]),
        (0.0, "share", ["0", "1%"]),
        (0.004, "share", ["0", "1%"]),
        (7, "number", ["0", "5", "10"]),
        (2_100, "number", ["0", "1,000", "2,000", "3,000"]),
        (0, "number", ["0", "1"]),
    ],
)
def test_few_round_values_are_labelled_and_only_the_topmost_has_its_unit(
    highest: float, unit: Unit, said: list[str]
) -> None:
    marked, words = values(highest, unit)
    assert words == said
    assert marked[-1] >= highest


@pytest.mark.parametrize(
    ("points", "scale", "said"),
    [
        (MONTHS, "month", ["Oct<br>2024", "Jan<br>2025", "Apr", "Jul"]),
        (MONTHS[:3], "month", ["Oct<br>2024", "Nov", "Dec"]),
        (MONTHS[::3], "quarter", ["Q4<br>2024", "Q1<br>2025", "Q2", "Q3"]),
        (MONTHS[:1], "week", ["1 Oct<br>2024"]),
    ],
)
def test_few_days_are_labelled_and_the_year_only_where_it_changes(
    points: tuple[date, ...], scale: Scale, said: list[str]
) -> None:
    assert days(points, scale, 6)[1] == said


PANELS = PanelChart(
    CAPTION,
    TABLE,
    tuple(
        Panel(
            str(at), f"Region {at}\n3 of 9", (line("All", [0.1] * 4), line(f"r{at}", [0.4] * 4, 0))
        )
        for at in range(5)
    ),
    "share",
    is_last_partial=True,
)


def test_panels_stand_three_in_a_row_on_one_scale() -> None:
    found = marks(PANELS)
    first = [found[f"r{at} {MONTHS[0]}"][:2] for at in range(5)]
    assert len({y for _, y in first[:3]}) == len({y for _, y in first[3:]}) == 1
    assert first[0][1] - first[3][1] == pytest.approx(1)
    assert [int(float(str(x))) for x, _ in first] == [0, 1, 2, 0, 1]
    assert {words for _, _, words in found.values()} == {
        f"<b>r{at}</b><br>{on:%B}" for at in range(5) for on in MONTHS[:4]
    }


def test_every_panel_has_its_title_and_the_chosen_one_stands_out() -> None:
    found = figure(PANELS, LIGHT, "1")
    assert [one.text for one in found.layout.annotations] == [
        f"<b>Region {at}</b><br>3 of 9" for at in range(5)
    ]
    colours = [one.font.color for one in found.layout.annotations]
    assert [one == LIGHT.accent for one in colours] == [False, True, False, False, False]


def test_panels_without_anything_are_no_error() -> None:
    assert len(figure(replace(PANELS, panels=()), LIGHT).data) == 0
