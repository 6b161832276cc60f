"""Marked text stays legible, and its kinds are told apart."""

import pytest

from dash_intel.design.marks import mark_colours, mixed
from dash_intel.design.style import CHOSEN
from dash_intel.design.tokens import DARK, LIGHT, Palette
from dash_intel.view.reader import KINDS
from tests.design.colour import contrast

both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@both
def test_every_kind_has_colours(palette: Palette) -> None:
    assert set(mark_colours(palette)) == set(KINDS)


@both
def test_marked_text_is_legible_and_its_line_stands_out(palette: Palette) -> None:
    for colours in mark_colours(palette).values():
        assert contrast(palette.ink, colours.tint) >= 4.5
        assert contrast(colours.line, palette.paper) >= 3.0


@both
def test_chosen_text_is_legible(palette: Palette) -> None:
    ground = mixed(palette.paper, palette.accent, CHOSEN)
    assert contrast(palette.ink, ground) >= 4.5
    assert contrast(palette.muted, ground) >= 4.5


@both
def test_only_kinds_that_never_meet_or_belong_together_share_a_colour(palette: Palette) -> None:
    lines = {kind: colours.line for kind, colours in mark_colours(palette).items()}
    sharing = {
        frozenset((one, other))
        for one in lines
        for other in lines
        if one != other and lines[one] == lines[other]
    }
    pairs = (
        ("technique", "insight"),
        ("insight", "detail"),
        ("technique", "detail"),
        ("head", "tag"),
        ("hypothesis", "assessment"),
        ("scenario", "trigger"),
        ("entity", "gap"),
    )
    assert sharing == set(map(frozenset, pairs))


def test_colour_over_ground_is_their_weighted_mean() -> None:
    assert mixed("#000000", "#FFFFFF", 0.2) == "#333333"
