"""Regions: one country or region on one page, or two side by side."""

from dash_intel.query import regions as query
from dash_intel.ui import area_head, data, filtering, regions, welcome
from dash_intel.ui.area import BESIDE, Shown
from dash_intel.ui.state.filters import filters


def draw_page() -> None:
    """Choose, get, draw."""
    wanted = filters()
    found = data.chosen(query.reported_areas, wanted)
    one, other = regions.chosen_areas(found, wanted)
    if one is None:
        filtering.head("Regions", wanted)
        return
    both = (Shown(one, wanted, is_alone=other is None),)
    if other:
        both = (*both, Shown(other, wanted, BESIDE, is_alone=False))
    for shown in both:
        regions.ask_ahead(shown)
    parts = tuple((shown, area_head.area_head(shown)) for shown in both)
    if filtering.head(regions.headline(parts), wanted):
        regions.draw_choice(found, wanted, one, other)
        regions.draw(parts)


if data.build() is None:
    welcome.draw()
else:
    draw_page()
