"""What changed is what counting the reports one by one gives."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from dash_intel.model.ledger import Decisions, Last, Note, Override, RecommendationState
from dash_intel.model.report import Report
from dash_intel.query.changed import counts
from dash_intel.query.changed_movers import movers
from dash_intel.query.changed_outlook import due_advice, worst_cases
from dash_intel.query.changed_visit import decided, loaded
from dash_intel.query.chosen import days_of
from dash_intel.query.filters import Filters
from dash_intel.query.regions import Part
from dash_intel.query.risk import risk_matrix
from dash_intel.query.sentences import About, behind
from dash_intel.store import Database
from dash_intel.vocab.areas import Area
from tests.conftest import DatabaseOf
from tests.counting import level, risks
from tests.query import plain
from tests.query.filtering import filters
from tests.query.plain_tags import Corpus, in_period, on
from tests.reports import full_report

ALL = Filters(period="all")
AT = datetime(2026, 1, 3, 12, tzinfo=UTC)
LAST = Last(1, AT, "Mira", "report-1", 1)
TODAY = date(2026, 1, 10)
WHOLE = Part(1_000)

given_anything = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def row(corpus: Corpus, reports: list[Report], asked: Filters) -> tuple[int, ...]:
    """Return what is counted of some reports, in the order of the columns."""
    stated = {corpus.unit(one, asked) for one in reports if list(risks(one))}
    high = {
        corpus.unit(one, asked) for one in reports if any(level(risk) >= 4 for risk in risks(one))
    }
    events = {corpus.events.get(one.report_id, one.report_id) for one in reports}
    return (
        len(reports),
        len(events),
        len(stated),
        len(high),
        sum(len(one.contents.scenarios) for one in reports),
        sum(len(one.contents.recommendations) for one in reports),
    )


COLUMNS = ["reports", "events", "told", "high", "scenarios", "recommendations"]


@given_anything
@given(asked=filters())
def test_period_and_the_one_before_are_counted_as_report_by_report(
    sample_database: Database, corpus: Corpus, asked: Filters
) -> None:
    found = counts(sample_database, asked, date(2025, 6, 1))
    spans = found[found["span"].notna()].set_index("span")[COLUMNS]
    said = {int(span): tuple(map(int, values)) for span, *values in spans.itertuples()}
    days = days_of(sample_database, asked)
    now = in_period(corpus, asked)
    assert said.get(0, (0,) * 6) == row(corpus, now, asked)
    before = []
    if days:
        span = days.before()
        before = [
            one
            for one in corpus.reports
            if plain.is_left(one, asked) and (day := on(one)) and span.since <= day < days.since
        ]
    assert said.get(1, (0,) * 6) == row(corpus, before, asked)


@given_anything
@given(asked=filters())
def test_months_are_counted_as_report_by_report(
    sample_database: Database, corpus: Corpus, asked: Filters
) -> None:
    since, days = date(2025, 6, 1), days_of(sample_database, asked)
    found = counts(sample_database, asked, since)
    months = found[found["span"].isna()]
    said = {
        month.date(): tuple(map(int, values))
        for month, *values in months.set_index("started_on")[COLUMNS].itertuples()
    }
    left = [
        (day.replace(day=1), one)
        for one in corpus.reports
        if plain.is_left(one, asked)
        and (day := on(one))
        and day >= since
        and (days is None or day <= days.until)
    ]
    expected = {
        month: row(corpus, [one for at, one in left if at == month], asked) for month, _ in left
    }
    assert said == expected


@given_anything
@given(asked=filters())
def test_share_at_level_4_is_that_of_the_risk_page(
    sample_database: Database, asked: Filters
) -> None:
    cells = risk_matrix(sample_database, asked, "region").cells
    every = next((one for one in cells if not one.area and not one.category), None)
    found = counts(sample_database, asked, date.max)
    spans = {int(one["span"]): one for one in found.to_dict("records")}
    if every is None:
        assert not spans.get(0, {"told": 0})["told"]
        return
    assert (spans[0]["told"], spans[0]["high"]) == (every.reports, every.high)
    before = spans.get(1, {"told": 0, "high": 0})
    assert (before["told"], before["high"]) == (every.before.reports, every.before.high)


def test_cell_before_is_the_cell_of_the_period_before(sample_database: Database) -> None:
    asked = Filters()
    days = days_of(sample_database, asked)
    assert days is not None
    span = days.before()
    earlier = Filters(period="days", since=span.since, until=span.until)
    then = {
        (one.area, one.category): one
        for one in risk_matrix(sample_database, earlier, "region").cells
    }
    for cell in risk_matrix(sample_database, asked, "region").cells:
        if (past := then.get((cell.area, cell.category))) is None:
            assert (cell.before.reports, cell.before.share) == (0, None)
        else:
            assert (cell.before.reports, cell.before.high) == (past.reports, past.high)


@pytest.mark.parametrize("code", ["017", "145", "005"])
def test_mover_is_the_strongest_of_the_sentences_behind_the_area(
    sample_database: Database, code: str
) -> None:
    area = Area("region", code)
    found = movers(sample_database, Filters(), ((area, True),))
    first = behind(sample_database, Filters(), About(area), shown=1).rows
    assert list(found["risk_id"]) == list(first["risk_id"])
    assert list(found["impact_level"]) == list(first["impact_level"])
    assert list(found["code"]) == [code]


def test_mover_that_eased_is_of_the_period_before(sample_database: Database) -> None:
    days = days_of(sample_database, Filters())
    assert days is not None
    span = days.before()
    found = movers(sample_database, Filters(), ((Area("region", "017"), False),))
    assert [span.since <= one.date() <= span.until for one in found["published_on"]] == [True]


@given_anything
@given(asked=filters())
def test_worst_cases_are_those_of_the_period(
    sample_database: Database, corpus: Corpus, asked: Filters
) -> None:
    expected = {
        scenario.scenario_id
        for one in in_period(corpus, asked)
        for scenario in one.contents.scenarios
        if scenario.kind == "worst"
    }
    found = worst_cases(sample_database, asked, WHOLE)
    assert set(found["scenario_id"]) == expected
    assert set(found["total"]) == ({len(found)} if expected else set())


def test_rejected_worst_case_is_left_out(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    assert list(worst_cases(database, ALL, WHOLE)["scenario_id"]) == ["future-2"]
    rejected = Override("future-2", "rejected", ("yes",), "no scenario", "Mira", AT, LAST)
    database.hold(Decisions(1, overrides=(rejected,)))
    assert worst_cases(database, ALL, WHOLE).empty


@pytest.mark.parametrize(
    ("due_on", "status", "found"),
    [
        (date(2026, 1, 9), "accepted", [True]),
        (date(2026, 1, 10), "accepted", [False]),
        (date(2026, 1, 24), "accepted", [False]),
        (date(2026, 1, 25), "accepted", []),
        (None, "accepted", []),
        (date(2026, 1, 9), "implemented", []),
    ],
)
def test_open_advice_is_overdue_after_its_day_and_due_for_14_days_before(
    database_of: DatabaseOf, due_on: date | None, status: str, found: list[bool]
) -> None:
    database = database_of(full_report())
    state = RecommendationState("advice-1", LAST, status=status, due_on=due_on)  # type: ignore[arg-type]
    database.hold(Decisions(1, recommendations=(state,)))
    rows = due_advice(database, ALL, TODAY, WHOLE)
    assert list(rows["is_overdue"]) == found
    assert set(rows["overdue"]) == ({sum(found)} if found else set())


def test_only_reports_loaded_since_the_visit_are_new(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    now = datetime.now(UTC)
    assert len(loaded(database, AT, 5)) == 1
    assert loaded(database, now.replace(year=now.year + 1), 5).empty


def test_decisions_of_others_since_the_visit_are_new(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    note = Note("risk-1", "note-1", "See June.", "Jon", AT, Last(1, AT, "Jon", "report-1", 1))
    state = RecommendationState("advice-1", LAST, status="accepted")
    database.hold(Decisions(1, recommendations=(state,), notes=(note,)))
    before = datetime(2026, 1, 3, 11, tzinfo=UTC)
    assert list(decided(database, before, "Mira", 5)["changed_by"]) == ["Jon"]
    assert list(decided(database, before, "Ana", 5)["aspect"]) == ["recommendation", "note"]
    assert decided(database, AT, "Ana", 5).empty
