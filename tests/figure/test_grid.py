"""Fields of the likelihood and impact grid as bars, sentences as marks."""

import pytest

from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.figure.grid import SYMBOLS
from dash_intel.query.risk_grid import FieldCount
from dash_intel.query.sentences import NO_BAND, About
from dash_intel.view.risk_grid import risk_grid_chart
from tests.figure.checked import figure

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])

VIEW = risk_grid_chart(
    (
        FieldCount("likely", 4, "stated", 20),
        FieldCount("likely", 4, "number", 1),
        FieldCount(NO_BAND, 5, "hedge", 2),
        FieldCount(NO_BAND, 0, "none", 3),
    ),
    About(),
    "all dates",
)


@both
def test_field_stands_in_its_row_and_column_in_its_tone(palette: Palette) -> None:
    bars = figure(VIEW, palette).data[0]
    at = list(bars.customdata).index("likely~4")
    assert (round(bars.base[at] + 0.47, 6), bars.y[at]) == (4, 1)
    assert bars.marker.color[at] == palette.risk[3].fill
    assert bars.marker.color[list(bars.customdata).index("none~5")] == palette.paper
    assert len(bars.customdata) == 54


@both
def test_stated_marks_are_full_in_the_text_of_their_field_and_all_others_hollow(
    palette: Palette,
) -> None:
    _, solid, hollow, _ = figure(VIEW, palette).data
    assert set(solid.marker.color) == {palette.risk[3].text}
    assert solid.marker.line.width == 0
    assert set(hollow.marker.line.color) == {palette.ink}
    assert set(hollow.marker.color) == {palette.paper}
    assert set(solid.customdata) == {"likely~4"}
    assert list(solid.marker.symbol).count(SYMBOLS["number"]) == 1
    assert list(hollow.marker.symbol) == [SYMBOLS["hedge"]] * 2 + [SYMBOLS["none"]] * 3


def test_marks_stand_in_rows_of_four_inside_their_field() -> None:
    solid = figure(VIEW, LIGHT).data[1]
    assert len(solid.x) == 12
    assert len(set(solid.y)) == 3
    assert all(3.5 < x < 4.5 for x in solid.x)
    assert all(0.5 < y < 1.5 for y in solid.y)


def test_what_is_not_drawn_is_counted() -> None:
    assert "+9" in figure(VIEW, LIGHT).data[3].text


def test_kinds_are_told_apart_by_shape_or_fill() -> None:
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)


@both
def test_chosen_field_is_outlined(palette: Palette) -> None:
    (outline,) = figure(VIEW, palette, "likely~4").layout.shapes
    assert (outline.line.color, round(outline.x0 + 0.49), round(outline.y0 + 0.48)) == (
        palette.ink,
        4,
        1,
    )
    assert not figure(VIEW, palette, "likely~99").layout.shapes
