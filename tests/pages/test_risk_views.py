"""The map, the grid and risk over time, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dash_intel import pipeline
from dash_intel.settings import SAMPLE_DIRECTORY
from tests.pages.conftest import LoadOutcomes, Page
from tests.pages.test_filters import WIDGETS, widgets
from tests.pages.words import markdown, titles, unescaped
from tests.reports import full_report

VIEWS = ["matrix", "map", "time"]

views = pytest.mark.parametrize("view", VIEWS)


@pytest.fixture
def sample(page: Page, database: Path) -> Page:
    pipeline.load([SAMPLE_DIRECTORY], database, jobs=1)
    return page


def boxes(app: AppTest) -> dict[str, list[str]]:
    return {one.label: one.options for one in app.main.selectbox}


@views
def test_every_view_has_the_filters_and_its_sentences(sample: Page, view: str) -> None:
    app = sample("risk", view=view, period="all")
    assert not app.exception
    assert widgets(app) >= WIDGETS
    assert any(title.endswith("the sentences behind it") for title in titles(app))
    assert any(title.endswith("likelihood and impact") for title in titles(app))
    assert "Scores describe what reports say, not ground truth." in unescaped(markdown(app))


@views
def test_filters_that_leave_nothing_draw_no_chart(sample: Page, view: str) -> None:
    app = sample("risk", view=view, q="zzzzqq")
    assert not app.exception
    assert widgets(app) >= WIDGETS
    assert not any(title.endswith("likelihood and impact") for title in titles(app))


@views
def test_one_report_is_enough(page: Page, load: LoadOutcomes, view: str) -> None:
    load(full_report())
    app = page("risk", view=view, period="all")
    assert not app.exception
    assert any(title.endswith("likelihood and impact") for title in titles(app))


def test_box_lists_the_countries_of_the_map(sample: Page) -> None:
    found = boxes(sample("risk", view="map", period="all"))
    assert found["Country"][0] == "All countries"
    assert "Chad" in found["Country"]
    assert found["Category"][:2] == ["All risks", "Terrorism"]


def test_box_lists_the_fields_that_hold_sentences(sample: Page) -> None:
    found = boxes(sample("risk", view="map", period="all", cell="country:TCD~"))
    assert found["Field"][0] == "All fields"
    assert "Impact 3 Moderate, no band: 6 sentences" in found["Field"]


def test_borders_are_said_to_imply_no_judgement(sample: Page) -> None:
    assert "imply no judgement" in unescaped(markdown(sample("risk", view="map", period="all")))


def test_bands_and_levels_are_defined_beside_the_grid(sample: Page) -> None:
    words = unescaped(markdown(sample("risk", view="map", period="all")))
    assert "almost certain (95–99%)" in words
    assert "5 Catastrophic" in words


@pytest.mark.parametrize("cell", ["country:ZZZ~", "nonsense", "country:TCD~nothing", "~"])
def test_cell_that_is_none_is_everything(sample: Page, cell: str) -> None:
    app = sample("risk", view="map", period="all", cell=cell, field="nothing~7")
    assert not app.exception
    assert any(title.startswith("All regions, all risks") for title in titles(app))


def test_box_names_the_field_that_is_looked_at_also_where_it_holds_nothing(sample: Page) -> None:
    app = sample("risk", view="map", period="all", cell="country:TCD~", field="almost_certain~1")
    (box,) = (one for one in app.main.selectbox if one.label == "Field")
    assert box.value == "almost_certain~1"
    assert "Impact 1 Minor, almost certain (95–99%): 0 sentences" in box.options
    box.set_value("").run()
    assert "field" not in app.query_params
