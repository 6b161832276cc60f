"""The share of reports with a grave consequence, month by month."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel import pipeline
from dash_intel.model.report import Report
from dash_intel.query.filters import Filters, Unit
from dash_intel.query.risk_time import risk_time
from dash_intel.query.sentences import About, behind
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from dash_intel.vocab.areas import Area
from dash_intel.vocab.categories import risk_categories
from tests.conftest import DatabaseOf
from tests.counting import level, newest, told
from tests.query.filtering import an_area, filters
from tests.reports import full_report, other_report

ALL = Filters(period="all")

CELLS = st.builds(
    About,
    area=st.none() | an_area(),
    category=st.none() | st.sampled_from(tuple(risk_categories())),
)


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
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=filters(), about=CELLS)
def test_months_have_the_reports_that_state_such_a_risk(
    database: Database, reports: tuple[Report, ...], asked: Filters, about: About
) -> None:
    found = risk_time(database, asked, about)
    if found is None:
        return
    end = found.timeline.end
    earlier = replace(asked, period="days", since=None, until=end)
    expected = told(reports, earlier, about)
    for month in found.months:
        of_it = [
            (report.report_id, level(risk))
            for report, risk in expected
            if (day := report.contents.head.published_on) and day.replace(day=1) == month.started_on
        ]
        assert month.reports == len({report_id for report_id, _ in of_it})
        assert month.high == len({report_id for report_id, grave in of_it if grave >= 4})
        assert 0 <= month.low < month.top <= 1


@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(about=CELLS, unit=st.sampled_from(["reports", "events"]))
def test_days_of_a_month_have_the_sentences_of_as_many_reports(
    database: Database, about: About, unit: Unit
) -> None:
    asked = replace(ALL, unit=unit)
    found = risk_time(database, asked, about)
    assert found is not None
    for month in found.months[-4:]:
        span = found.timeline.span(month.started_on)
        of_it = replace(asked, period="days", since=span.since, until=span.until)
        assert behind(database, of_it, about).units == month.reports


def test_months_follow_one_another_also_without_a_report(database: Database) -> None:
    found = risk_time(database, ALL, About(Area("region", "015")))
    assert found is not None
    starts = [one.started_on for one in found.months]
    assert starts[0] == date(2025, 2, 1)
    assert len(starts) == 13
    assert starts == sorted(set(starts))
    assert {one.reports for one in found.months} == {0, 1}


def test_event_counts_once_in_a_month(database_of: DatabaseOf) -> None:
    database = database_of(full_report(), other_report())
    events = risk_time(database, replace(ALL, unit="events"), About())
    reports = risk_time(database, ALL, About())
    assert events is not None
    assert reports is not None
    assert sum(one.reports for one in events.months) <= sum(one.reports for one in reports.months)


def test_nothing_dated_is_no_line(database_of: DatabaseOf) -> None:
    full = full_report()
    head = replace(full.contents.head, published_on=None)
    undated = replace(full, contents=replace(full.contents, head=head))
    assert risk_time(database_of(undated), ALL, About()) is None
