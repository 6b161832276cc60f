"""Areas by category of risk."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel import pipeline
from dash_intel.model.items import Risk
from dash_intel.model.ledger import Decisions, Last, Override
from dash_intel.model.reading import Category, Impact, ItemPlace, Place
from dash_intel.model.report import Report
from dash_intel.model.span import Span
from dash_intel.query.filters import Filters
from dash_intel.query.risk import RiskCell, RiskMatrix, risk_levels, risk_matrix
from dash_intel.query.risk_map import risk_map
from dash_intel.query.sentences import About, behind
from dash_intel.settings import SAMPLE_DIRECTORY
from dash_intel.store import Database, current_build, open_build
from dash_intel.vocab.areas import Area, AreaKind, areas, places_of
from dash_intel.vocab.countries import countries
from tests.conftest import DatabaseOf
from tests.counting import chosen, keys, level, newest, risks, told
from tests.query.filtering import filters
from tests.query.plain import counted_places
from tests.reports import dated

ALL = Filters(period="all")
AT = datetime(2026, 1, 2, tzinfo=UTC)
MALI = Area("country", "MLI")


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


def by_cell(matrix: RiskMatrix) -> dict[tuple[Area | None, str | None], RiskCell]:
    """Return the cells of a matrix by area and category."""
    return {(cell.area, cell.category): cell for cell in matrix.cells}


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    asked=filters(), kind=st.sampled_from(("country", "region", "group")), is_recent=st.booleans()
)
def test_every_cell_counts_the_reports_that_state_such_a_risk(
    database: Database,
    reports: tuple[Report, ...],
    asked: Filters,
    kind: AreaKind,
    is_recent: bool,
) -> None:
    found = risk_matrix(database, asked, kind, is_recent=is_recent).cells
    assert {
        (cell.area, cell.category): (cell.reports, cell.high, cell.unstated, cell.peak or 0)
        for cell in found
    } == counted(reports, asked, kind)


def counted(
    reports: tuple[Report, ...], asked: Filters, kind: AreaKind
) -> dict[tuple[Area | None, str | None], tuple[int, int, int, int]]:
    """Return area and category → reports, those that reach level 4, those of none, and the peak."""
    inside = {one: places_of(one) for one in areas() if one.kind == kind}
    levels: dict[tuple[Area | None, str | None], dict[str, int]] = defaultdict(dict)
    for report in chosen(reports, asked):
        places = counted_places(report, asked)
        counts_for = [one for one, held in inside.items() if held & places]
        for one in risks(report):
            spoken = {place.iso3 for place in one.places} | {f"~{key}" for key in one.named_regions}
            told_of = [area for area in counts_for if inside[area] & spoken]
            for area in (None, *told_of):
                for category in (None, *keys(one)):
                    of_cell = levels[area, category]
                    of_cell[report.report_id] = max(of_cell.get(report.report_id, 0), level(one))
    return {
        cell: (
            len(found),
            sum(one >= 4 for one in found.values()),
            sum(not one for one in found.values()),
            max(found.values()),
        )
        for cell, found in levels.items()
    }


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(asked=filters(), unit=st.sampled_from(("reports", "events")), at=st.integers(0, 10_000))
def test_what_is_behind_a_cell_is_as_much_as_the_cell_says(
    database: Database, asked: Filters, unit: str, at: int
) -> None:
    counted = replace(asked, unit=unit)  # type: ignore[arg-type]
    cells = risk_matrix(database, counted, "group").cells
    if cells:
        cell = cells[at % len(cells)]
        assert behind(database, counted, About(cell.area, cell.category)).units == cell.reports


def risk(number: int, category: str, impact: int | None) -> Risk:
    return Risk(
        f"risk-{number}",
        "Title",
        None,
        Span(0, 5),
        categories=(Category(category, (), (), "category@1"),),
        impact=Impact(impact, (), (), "impact@1") if impact else None,
        places=(ItemPlace("MLI", inherited=True),),
    )


def on(day: date | None, number: int, *impacts: int | None) -> Report:
    """Return a report on Mali with terrorism risks of these impacts."""
    made = dated(day, f"Report {number}")
    place = Place("MLI", "primary", 1, 0, 1.0, True, True, (Span(0, 5),), ("place@1",))
    risks = tuple(risk(number * 10 + at, "terrorism", impact) for at, impact in enumerate(impacts))
    return replace(made, contents=replace(made.contents, places=(place,), risks=risks))


def months(now: list[int | None], before: list[int | None]) -> list[Report]:
    """Return reports of June, and of May, one an impact."""
    june = [on(date(2025, 6, 1) + timedelta(at % 30), at, one) for at, one in enumerate(now)]
    may = [
        on(date(2025, 5, 2) + timedelta(at % 29), 500 + at, one) for at, one in enumerate(before)
    ]
    return june + may


JUNE = Filters(period="days", since=date(2025, 6, 1), until=date(2025, 6, 30))


def terrorism(database: Database, asked: Filters = JUNE, **named: bool) -> RiskCell:
    return by_cell(risk_matrix(database, asked, "country", **named))[MALI, "terrorism"]


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [
        ([4] * 30, [2] * 30, "deteriorated"),
        ([2] * 30, [4] * 30, "improved"),
        ([2] * 15 + [4] * 15, [2] * 14 + [4] * 16, "unchanged"),
        ([4] * 30, [2] * 2, "insufficient"),
        ([4] * 2, [2] * 30, "insufficient"),
        ([4] * 30, [], "insufficient"),
    ],
)
def test_change_is_said_only_where_it_is_more_than_the_intervals_allow(
    database_of: DatabaseOf, now: list[int | None], before: list[int | None], change: str
) -> None:
    assert terrorism(database_of(*months(now, before))).change == change


def test_there_is_no_change_where_there_is_no_period_before(database_of: DatabaseOf) -> None:
    assert terrorism(database_of(*months([4] * 9, [2] * 9)), ALL).change == "insufficient"


def test_only_area_there_is_has_the_share_of_all(database_of: DatabaseOf) -> None:
    cell = terrorism(database_of(*months([4, 4, 2, None], [])))
    assert (cell.reports, cell.high, cell.unstated, cell.peak) == (4, 2, 1, 4)
    assert cell.share == pytest.approx((2 + 5 * 0.5) / (4 + 5))
    assert cell.low < cell.share < cell.top


def test_recent_reports_weigh_more_where_asked(database_of: DatabaseOf) -> None:
    old, new = on(date(2025, 5, 16), 1, 2), on(date(2025, 6, 30), 2, 4)
    database = database_of(old, new)
    asked = Filters(period="days", since=date(2025, 5, 1), until=date(2025, 6, 30))
    assert terrorism(database, asked).share == pytest.approx(0.5)
    weighed = terrorism(database, asked, is_recent=True)
    assert weighed.share == pytest.approx(1 / 1.5)
    assert (weighed.reports, weighed.high) == (2, 1)


def test_undated_report_counts_but_weighs_nothing_where_recent_ones_weigh_more(
    database_of: DatabaseOf,
) -> None:
    cell = terrorism(database_of(on(None, 1, 2), on(date(2025, 6, 30), 2, 4)), ALL, is_recent=True)
    assert (cell.reports, cell.share) == (2, 1.0)


def test_most_reported_areas_come_first_and_the_rest_is_left_out(database: Database) -> None:
    matrix = risk_matrix(database, ALL, "country", 5)
    counts = [reports for _, reports in matrix.areas]
    assert len(counts) == 5
    assert counts == sorted(counts, reverse=True)
    assert {cell.area for cell in matrix.cells} <= {None, *(area for area, _ in matrix.areas)}


def test_areas_that_are_left_out_draw_the_shares_all_the_same(database_of: DatabaseOf) -> None:
    countries = ["MLI"] * 6 + ["NER"] * 6 + ["TCD"] * 4 + ["FRA"] * 4
    levels = [4, 2] * 6 + [4] * 4 + [2] * 4
    told = zip(countries, levels, strict=True)
    made = [moved(on(date(2025, 6, 1), at, level), code) for at, (code, level) in enumerate(told)]
    database = database_of(*made)
    few, every = (by_cell(risk_matrix(database, JUNE, "country", most)) for most in (2, None))
    assert few == {at: cell for at, cell in every.items() if at in few}
    assert {area for area, _ in few} == {None, MALI, Area("country", "NER")}
    of_map = {one.code: one.share for one in risk_map(database, JUNE, "terrorism")}
    assert few[MALI, "terrorism"].share == pytest.approx(of_map["MLI"])


def test_more_areas_than_are_asked_for_at_once_are_all_counted(database_of: DatabaseOf) -> None:
    codes = [code for code, one in countries().items() if one.leaf][:70]
    made = [moved(on(date(2025, 6, 1), at, 1 + at % 5), code) for at, code in enumerate(codes)]
    found = by_cell(risk_matrix(database_of(*made), JUNE, "country"))
    assert {
        area.code: cell.peak for (area, category), cell in found.items() if area and category
    } == {code: 1 + at % 5 for at, code in enumerate(codes)}
    assert found[None, "terrorism"].reports == 70


def moved(report: Report, code: str) -> Report:
    """Return the same report on another country."""
    contents = report.contents
    return replace(
        report,
        contents=replace(
            contents,
            places=tuple(replace(one, iso3=code) for one in contents.places),
            risks=tuple(
                replace(one, places=(ItemPlace(code, inherited=True),)) for one in contents.risks
            ),
        ),
    )


def test_correction_changes_the_cell(database_of: DatabaseOf) -> None:
    database = database_of(*months([4, 4, 2], []))
    last = Last(1, AT, "Mira", None, None)
    for number, (field, value, expected) in enumerate(
        (
            ("impact", ("5",), (3, 3, 5)),
            ("impact", ("1",), (3, 2, 4)),
            ("rejected", ("yes",), (2, 2, 4)),
            ("polarity", ("opportunity",), (2, 2, 4)),
            ("category", ("cyber",), (2, 2, 4)),
        ),
        1,
    ):
        override = Override("risk-20", field, value, "Read again.", "Mira", AT, last)
        database.hold(Decisions(number, overrides=(override,)))
        cell = terrorism(database)
        assert (cell.reports, cell.high, cell.peak) == expected


def test_levels_count_each_sentence_once(database: Database, reports: tuple[Report, ...]) -> None:
    found = risk_levels(database, ALL).fillna({"impact_level": 0})
    sentences = [level(risk) for _, risk in told(reports, ALL, About())]
    assert dict(zip(found["impact_level"], found["sentences"], strict=True)) == {
        one: sentences.count(one) for one in set(sentences)
    }


def test_nothing_chosen_is_no_cell(database: Database) -> None:
    none = Filters(period="days", until=date(1999, 1, 1))
    assert risk_matrix(database, none, "region") == RiskMatrix((), ())
