"""Countries on the map of the world."""

import pytest

from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.query.risk_map import CountryRisk
from dash_intel.view.risk_map import risk_map_chart
from tests.figure.checked import figure

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])

VIEW = risk_map_chart(
    (
        CountryRisk(None, 100, 20, 5, 5, 0.2, 0.17, 0.24),
        CountryRisk("MLI", 23, 14, 1, 5, 0.52, 0.42, 0.63),
        CountryRisk("TCD", 2, 1, 0, 4, 0.28, 0.12, 0.47),
    ),
    None,
    "reports",
    "all dates",
)


def drawn(palette: Palette, chosen: str | None = None) -> dict[str, tuple[str, str, float]]:
    """Return the fill, the outline and its width of every country."""
    found = {}
    for trace in figure(VIEW, palette, chosen).data:
        steps = [fill for _, fill in trace.colorscale[::2]]
        for code, value in zip(trace.locations, trace.z, strict=True):
            line = trace.marker.line
            found[code] = (steps[value], line.color, line.width)
    return found


@both
def test_country_has_the_colour_of_its_step(palette: Palette) -> None:
    found = drawn(palette)
    assert found["MLI"][:2] == (palette.risk[4].fill, palette.paper)
    assert found["FRA"][:2] == (palette.no_reports, palette.line)


@both
def test_thin_country_is_outlined_in_its_colour_and_not_filled_with_it(palette: Palette) -> None:
    fill, line, width = drawn(palette)["TCD"]
    assert line == palette.risk[2].fill
    assert fill not in {step.fill for step in palette.risk} | {palette.no_reports}
    assert width > drawn(palette)["MLI"][2]


@both
def test_chosen_country_is_outlined_in_ink_over_all_others(palette: Palette) -> None:
    assert drawn(palette, "country:MLI~")["MLI"][1] == palette.ink
    assert list(figure(VIEW, palette, "country:MLI~").data[-1].locations) == ["MLI"]


def test_every_country_is_drawn_once_and_names_its_cell() -> None:
    traces = figure(VIEW, LIGHT, "country:TCD~").data
    codes = [code for trace in traces for code in trace.locations]
    assert len(codes) == len(set(codes)) == len(VIEW.shapes)
    keys = [key for trace in traces for key in trace.customdata]
    assert "country:MLI~" in keys


def test_map_does_not_turn_to_what_it_shows() -> None:
    geo = figure(VIEW, LIGHT).layout.geo
    assert (geo.fitbounds, geo.resolution, geo.projection.type) == (False, 50, "natural earth")
