"""Text on every step of a ramp is legible, and neighbouring steps are told apart."""

from itertools import pairwise

import pytest

from dash_intel.design.ramps import Ramp, is_dark, ramp
from dash_intel.design.tokens import DARK, LIGHT, Palette
from tests.design.colour import contrast, distance

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
ramps = pytest.mark.parametrize("name", ["risk", "plain"])
eyes = pytest.mark.parametrize("eyes", ["normal", "protan", "deutan", "tritan"])


@both
@ramps
def test_text_is_legible_on_every_step(palette: Palette, name: Ramp) -> None:
    for step in ramp(palette, name):
        assert contrast(step.text, step.fill) >= 4.5


@both
@ramps
@eyes
def test_neighbouring_steps_are_told_apart(palette: Palette, name: Ramp, eyes: str) -> None:
    for one, other in pairwise(ramp(palette, name)):
        assert distance(one.fill, other.fill, eyes) >= {"risk": 11, "plain": 9}[name]


def test_colour_is_dark_where_white_is_read_better_on_it() -> None:
    for colour in ("#000000", "#0E5A6B", "#B8432F", "#FFFFFF", "#6CC3D2", "#E0813F"):
        assert is_dark(colour) == (contrast("#FFFFFF", colour) > contrast("#000000", colour))
