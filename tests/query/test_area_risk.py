"""An area's risk by category is that of the matrix."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, given, settings

from dash_intel import pipeline
from dash_intel.query.area_risk import area_risk
from dash_intel.query.filters import Filters
from dash_intel.query.regions import reported_areas
from dash_intel.query.risk import risk_matrix
from dash_intel.query.sentences import About, behind
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from dash_intel.vocab.areas import Area
from tests.query.filtering import an_area, filters


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("sample")
    pipeline.load([SAMPLE_DIRECTORY], folder, jobs=1)
    build = current_build(folder)
    assert build is not None
    opened = open_build(build)
    yield opened
    opened.close()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=filters(), area=an_area())
def test_categories_of_an_area_are_its_row_of_the_matrix(
    database: Database, asked: Filters, area: Area
) -> None:
    assume(not reported_areas(database, asked).empty)
    cells = risk_matrix(database, asked, area.kind).cells
    row = {one.category: one for one in cells if one.area == area and one.category}
    found = {one.category: one for one in area_risk(database, asked, area)}
    assert found.keys() == row.keys()
    for category, cell in row.items():
        now = found[category].now
        assert (now.units, now.high) == (cell.reports, cell.high)
        assert (now.share, now.low, now.top) == pytest.approx((cell.share, cell.low, cell.top))
        assert found[category].change == cell.change


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=filters(), area=an_area())
def test_category_counts_the_reports_of_its_sentences(
    database: Database, asked: Filters, area: Area
) -> None:
    for one in area_risk(database, asked, area):
        assert behind(database, asked, About(area, one.category)).units == one.now.units
        high = behind(database, asked, About(area, one.category, (4, 5)))
        assert high.units == one.now.high


def test_middle_africa_deteriorated_in_society_and_governance(database: Database) -> None:
    found = area_risk(database, Filters(), Area("region", "017"))
    assert [one.category for one in found if one.change == "deteriorated"] == [
        "societal_governance"
    ]
