"""What reports say of each country."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel import pipeline
from dash_intel.model.report import Report
from dash_intel.query.filters import Filters, Unit
from dash_intel.query.risk import risk_matrix
from dash_intel.query.risk_map import risk_map
from dash_intel.query.sentences import About
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from dash_intel.vocab.areas import Area
from dash_intel.vocab.categories import risk_categories
from tests.counting import level, newest, told
from tests.query.filtering import filters

ALL = Filters(period="all")
CATEGORIES = st.none() | st.sampled_from(tuple(risk_categories()))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("sample")
    pipeline.load([SAMPLE_DIRECTORY], folder, jobs=1)
    build = current_build(folder)
    assert build is not None
    opened = open_build(build)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def reports(database: Database) -> tuple[Report, ...]:
    return newest(database.reports())


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=filters(), category=CATEGORIES, unit=st.sampled_from(("reports", "events")))
def test_countries_have_the_figures_of_the_matrix(
    database: Database, asked: Filters, category: str | None, unit: Unit
) -> None:
    asked = replace(asked, unit=unit)
    cells = {
        cell.area.code if cell.area else None: cell
        for cell in risk_matrix(database, asked, "country").cells
        if cell.category == category
    }
    found = {one.code: one for one in risk_map(database, asked, category)}
    assert set(found) == set(cells)
    for code, one in found.items():
        cell = cells[code]
        assert (one.reports, one.high, one.unstated, one.peak) == (
            cell.reports,
            cell.high,
            cell.unstated,
            cell.peak,
        )
        assert (one.share, one.low, one.top) == pytest.approx((cell.share, cell.low, cell.top))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=filters(), category=CATEGORIES)
def test_countries_have_the_reports_that_state_a_risk_of_them(
    database: Database, reports: tuple[Report, ...], asked: Filters, category: str | None
) -> None:
    for one in risk_map(database, asked, category):
        area = Area("country", one.code) if one.code else None
        expected = told(reports, asked, About(area, category))
        assert one.reports == len({report.report_id for report, _ in expected})
        grave = {report.report_id for report, risk in expected if level(risk) >= 4}
        assert one.high == len(grave)


def test_sample_has_countries_on_the_map(database: Database) -> None:
    found = risk_map(database, ALL)
    assert found[0].code is None
    assert len(found) > 40
    assert all(one.low <= one.share <= one.top for one in found)


def test_nothing_chosen_is_no_country(database: Database) -> None:
    assert risk_map(database, Filters(period="all", publishers=("Nobody",))) == ()
