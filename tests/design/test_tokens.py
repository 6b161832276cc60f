"""What must hold between colours, so that every one of them can be read and told apart."""

from dataclasses import fields
from itertools import combinations, pairwise

import pytest

from dash_intel.design.tokens import DARK, LIGHT, TLP, Hue, Hues, Palette
from tests.design.colour import ciede2000, contrast, distance

TEXT = 4.5
OUTLINE = 3.0
RISK = 11.0
TAGS = 13.0
EYES = ("normal", "protan", "deutan", "tritan")

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def hues(palette: Palette) -> dict[str, Hue]:
    return {field.name: getattr(palette.hues, field.name) for field in fields(Hues)}


def test_distance_is_that_of_the_published_pair() -> None:
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514)) == pytest.approx(
        0.9082, abs=1e-4
    )


@both
@pytest.mark.parametrize("name", ["ink", "muted", "accent", "worse", "better"])
@pytest.mark.parametrize("ground", ["paper", "surface"])
def test_text_is_legible_on_paper_and_surface(palette: Palette, name: str, ground: str) -> None:
    assert contrast(getattr(palette, name), getattr(palette, ground)) >= TEXT


@both
def test_primary_button_is_legible(palette: Palette) -> None:
    assert contrast(palette.paper, palette.accent) >= TEXT


@both
def test_outlines_of_hollow_marks_stand_out(palette: Palette) -> None:
    assert contrast(palette.line, palette.paper) >= OUTLINE


@both
def test_chips_are_legible_on_their_tint_and_on_paper(palette: Palette) -> None:
    for hue in hues(palette).values():
        assert contrast(hue.text, hue.tint) >= TEXT
        assert contrast(hue.text, palette.paper) >= TEXT


@both
def test_levels_of_risk_are_legible(palette: Palette) -> None:
    for level in palette.risk:
        assert contrast(level.text, level.fill) >= TEXT


@both
@pytest.mark.parametrize("eyes", EYES)
def test_neighbouring_levels_of_risk_are_told_apart(palette: Palette, eyes: str) -> None:
    for one, other in pairwise(palette.risk):
        assert distance(one.fill, other.fill, eyes) >= RISK


@both
@pytest.mark.parametrize("eyes", EYES)
def test_any_two_tags_are_told_apart(palette: Palette, eyes: str) -> None:
    for one, other in combinations(palette.tags, 2):
        assert distance(one, other, eyes) >= TAGS


@both
def test_lines_of_tags_stand_out(palette: Palette) -> None:
    for colour in palette.tags:
        assert contrast(colour, palette.paper) >= OUTLINE


def test_markings_have_the_colours_that_first_prescribes() -> None:
    assert {name: level.text for name, level in TLP.items()} == {
        "tlp_red": "#FF2B2B",
        "tlp_amber": "#FFC000",
        "tlp_green": "#33FF00",
        "tlp_clear": "#FFFFFF",
    }
    assert all(contrast(level.text, level.fill) >= TEXT for level in TLP.values())
