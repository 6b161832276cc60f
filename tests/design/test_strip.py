"""The likelihood strip."""

from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from dash_intel.design.strip import strip
from dash_intel.design.tokens import DARK, LIGHT, Palette

SVG = "{http://www.w3.org/2000/svg}"


def drawn(palette: Palette, band: tuple[float, float] | None) -> ET.Element:
    address = strip(palette, band)
    assert address.startswith("data:image/svg+xml;utf8,")
    assert not set(" ()<>[]\"'") & set(address)
    return ET.fromstring(unquote(address.split(",", 1)[1]))


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_stated_band_is_filled_where_it_lies(palette: Palette) -> None:
    picture = drawn(palette, (0.55, 0.8))
    (band,) = picture.iter(f"{SVG}rect")
    assert (band.get("x"), band.get("width"), band.get("fill")) == ("59.0", "25.0", palette.accent)
    assert picture.find(f"{SVG}path").get("stroke-dasharray") is None  # type: ignore[union-attr]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_strip_without_a_band_is_an_empty_dashed_line(palette: Palette) -> None:
    picture = drawn(palette, None)
    assert list(picture.iter(f"{SVG}rect")) == []
    assert picture.find(f"{SVG}path").get("stroke-dasharray") == "3 3"  # type: ignore[union-attr]


def test_single_figure_is_still_seen() -> None:
    (band,) = drawn(LIGHT, (1.0, 1.0)).iter(f"{SVG}rect")
    assert float(band.get("x", "")) + float(band.get("width", "")) == 104
