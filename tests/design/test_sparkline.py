"""Courses of figures inside lines of text."""

from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from dash_intel.design.sparkline import HEIGHT, WIDTH, sparkline
from dash_intel.design.tokens import DARK, LIGHT, Palette

SVG = "{http://www.w3.org/2000/svg}"


def drawn(palette: Palette, values: list[float]) -> ET.Element:
    address = sparkline(palette, values)
    assert address.startswith("data:image/svg+xml;utf8,")
    assert not set(" ()<>[]\"'") & set(address)
    return ET.fromstring(unquote(address.split(",", 1)[1]))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_last_value_has_the_dot(palette: Palette) -> None:
    picture = drawn(palette, [0, 4, 2])
    (line,) = picture.iter(f"{SVG}polyline")
    (dot,) = picture.iter(f"{SVG}circle")
    assert line.get("points") == "4,32 80,4 156,18"
    assert (dot.get("cx"), dot.get("cy"), dot.get("fill")) == ("156", "18", palette.muted)


@pytest.mark.parametrize("values", [[], [0], [7], [0, 0, 0], [1e9, 1]])
def test_line_stays_inside_the_picture(values: list[float]) -> None:
    (line,) = drawn(LIGHT, values).iter(f"{SVG}polyline")
    for point in (line.get("points") or "").split():
        x, y = map(float, point.split(","))
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT


def test_way_to_a_period_that_is_not_complete_is_dotted() -> None:
    address = sparkline(LIGHT, [0, 4, 2], colour=LIGHT.accent, is_last_partial=True)
    picture = ET.fromstring(unquote(address.split(",", 1)[1]))
    whole, last = picture.iter(f"{SVG}polyline")
    (dot,) = picture.iter(f"{SVG}circle")
    assert (whole.get("points"), last.get("points")) == ("4,32 80,4", "80,4 156,18")
    assert (whole.get("stroke-dasharray"), last.get("stroke-dasharray")) == (None, "2 3")
    assert (dot.get("fill"), dot.get("stroke")) == (LIGHT.paper, LIGHT.accent)
