"""What is reported and how well: every number is as many as the reports behind it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel.model.problem import Problem
from dash_intel.model.report import ParseReport, Report
from dash_intel.query import coverage
from dash_intel.query.chosen import totals
from dash_intel.query.coverage import Cut, behind, cut
from dash_intel.query.filters import Filters, Period
from dash_intel.store import Database
from dash_intel.view.publishers import publishers_view
from dash_intel.view.read_quality import reading_view
from dash_intel.vocab.areas import Area, places_of
from tests.conftest import DatabaseOf
from tests.counting import chosen, counted_places
from tests.query.filtering import filters
from tests.reports import dated, full_report, other_report, span
from tests.store.advised import telling

ALL = Filters(period="all")
Counted = tuple[int, Cut]
BAD = ("month=foo", "month=2025-13", "month=0000-01", "month=2025-1", "technique=\ud800")

some_filters = st.builds(
    replace,
    filters(),
    unit=st.sampled_from(("reports", "events")),  # type: ignore[arg-type]
)
lightly = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def techniques(database: Database, asked: Filters, *, is_family: bool) -> Iterator[Counted]:
    def of(value: str, **where: str) -> Cut:
        return Cut(family=value, **where) if is_family else Cut(technique=value, **where)

    for row in coverage.named_totals(database, asked, is_family=is_family).itertuples():
        yield row.found, of(row.value)
    for row in coverage.named_regions(database, asked, is_family=is_family).itertuples():
        yield row.found, of(row.value, region=row.other)
    for row in coverage.named_months(database, asked, is_family=is_family).itertuples():
        yield row.found, of(row.value, month=row.other)


def sources(database: Database, asked: Filters) -> Iterator[Counted]:
    for row in coverage.sources(database, asked).itertuples():
        base = Cut(publisher=row.publisher, nameless="" if row.publisher else "yes")
        yield row.found, base
        yield row.promoted, replace(base, state="promoted")
        yield row.warned, replace(base, state="warned")


def reading(database: Database, asked: Filters) -> Iterator[Counted]:
    for row in coverage.read_profiles(database, asked).itertuples():
        yield row.found, Cut(profile=row.template)
        for state in ("complete", "incomplete", "unread", "warned"):
            yield getattr(row, state), Cut(profile=row.template, state=state)
    for row in coverage.read_remarks(database, asked).itertuples():
        yield row.found, Cut(**{row.kind: row.value})


def others(database: Database, asked: Filters) -> Iterator[Counted]:
    for row in coverage.gap_regions(database, asked).itertuples():
        yield row.found, Cut(region=row.region, state="gap")
        yield row.units, Cut(region=row.region)
    yield int(coverage.gap_counts(database, asked)["units"].iloc[0]), Cut(state="gap")
    for row in coverage.silent(database, asked).itertuples():
        yield row.found, Cut(region=row.region)
        yield row.earlier, Cut(region=row.region, state="earlier")
        yield row.found_before, Cut(region=row.region, state="before")


def differing(database: Database, asked: Filters, counted: Iterator[Counted]) -> list[object]:
    found = ((number, behind(database, asked, about).units, about) for number, about in counted)
    return [one for one in found if one[0] != one[1]]


@pytest.mark.parametrize("is_family", [True, False])
@lightly
@given(asked=some_filters)
def test_number_of_techniques_is_that_of_the_reports_behind_it(
    sample_database: Database, asked: Filters, *, is_family: bool
) -> None:
    counted = techniques(sample_database, asked, is_family=is_family)
    assert differing(sample_database, asked, counted) == []


def test_event_counts_where_one_of_its_reports_names_the_technique(
    database_of: DatabaseOf,
) -> None:
    told = "Dockers shut the fuel berth."
    naming = telling("Dockers close port of Vesna", told, date(2025, 5, 31), "MDA")
    technique = full_report().contents.techniques[:1]
    naming = replace(naming, contents=replace(naming.contents, techniques=technique))
    other = telling("Port of Vesna closed by dockers", told, date(2025, 6, 2), "MDA", "KEN")
    database = database_of(naming, other)
    asked = replace(ALL, unit="events")
    assert int(totals(database, asked)["events"].iloc[0]) == 1
    assert differing(database, asked, techniques(database, asked, is_family=False)) == []
    assert list(coverage.named_regions(database, asked, is_family=False)["other"]) == ["151"]
    assert list(coverage.named_months(database, asked, is_family=False)["other"]) == ["2025-05"]


@pytest.mark.parametrize("period", ["90d", "all"])
@pytest.mark.parametrize("area", [{"groups": ("nato",)}, {"countries": ("USA", "UKR")}])
def test_silence_is_that_of_the_reports_behind_it_in_an_area(
    sample_database: Database, period: Period, area: dict[str, tuple[str, ...]]
) -> None:
    asked = replace(Filters(period=period, counted="mentioned"), **area)  # type: ignore[arg-type]
    assert differing(sample_database, asked, others(sample_database, asked)) == []


@lightly
@given(asked=some_filters)
def test_any_other_number_is_that_of_the_reports_behind_it(
    sample_database: Database, asked: Filters
) -> None:
    for counted in (sources, reading, others):
        assert differing(sample_database, asked, counted(sample_database, asked)) == []


@lightly
@given(asked=filters())
def test_techniques_and_silence_are_those_of_the_reports(
    sample_database: Database, sample_reports: tuple[Report, ...], asked: Filters
) -> None:
    looked_at = tuple(chosen(sample_reports, asked))
    names = [{one.name for one in report.contents.techniques} for report in looked_at]
    found = coverage.named_totals(sample_database, asked, is_family=False)
    assert dict(zip(found["value"], found["found"], strict=True)) == {
        name: sum(name in one for one in names) for name in set().union(*names)
    }
    spoken_of = set().union(*(counted_places(report, asked) for report in looked_at))
    for row in coverage.silent(sample_database, asked).itertuples():
        assert bool(spoken_of & places_of(Area("region", row.region))) == (row.found > 0)


def test_report_counts_under_the_nearest_match_that_it_names(database_of: DatabaseOf) -> None:
    (row,) = [
        one
        for one in coverage.named_totals(database_of(full_report()), ALL, is_family=False).to_dict(
            "records"
        )
        if one["value"] == "ACH"
    ]
    assert row == {"value": "ACH", "found": 1, "exact": 0, "near": 1, "loose": 0, "no_match": 0}


def test_reports_behind_a_technique_tell_where_it_is_named(database_of: DatabaseOf) -> None:
    found = behind(database_of(full_report()), ALL, Cut(technique="ACH"))
    assert found.said[["item", "words", "grade"]].to_numpy().tolist() == [
        ["technique-1", "ACH 2.0", "near"]
    ]


def test_reports_behind_a_gap_tell_the_sentence(database_of: DatabaseOf) -> None:
    found = behind(database_of(full_report()), ALL, Cut(state="gap"))
    assert found.said[["item", "words"]].to_numpy().tolist() == [["gap-1", "No other names"]]


def test_gaps_come_oldest_first_where_that_is_asked(database_of: DatabaseOf) -> None:
    later = replace(
        other_report(),
        contents=replace(
            other_report().contents,
            head=replace(other_report().contents.head, published_on=date(2025, 9, 1)),
        ),
    )
    database = database_of(full_report(), later)
    days = [
        [
            str(day.date())
            for day in behind(database, ALL, Cut(state="gap"), is_oldest=way).rows.published_on
        ]
        for way in (False, True)
    ]
    assert days == [["2025-09-01", "2025-06-03"], ["2025-06-03", "2025-09-01"]]


def test_region_without_a_report_in_the_period_is_silent(database_of: DatabaseOf) -> None:
    database = database_of(full_report(), dated(date(2025, 12, 1), "elsewhere"))
    asked = Filters(period="30d")
    (row,) = coverage.silent(database, asked).to_dict("records")
    assert row == {
        "region": "151",
        "found": 0,
        "found_before": 0,
        "earlier": 1,
        "last_on": pd.Timestamp("2025-06-03"),
    }
    assert behind(database, asked, Cut(region="151", state="earlier")).total == 1


def test_event_counts_once_however_many_kinds_and_publishers_tell_of_it(
    database_of: DatabaseOf,
) -> None:
    told = "Dockers shut the fuel berth."
    titles = ("Dockers close port of Vesna", "Port of Vesna closed by dockers")
    one, other = (
        telling(title, told, date(2025, 6, 3), "MDA", publisher=publisher)
        for title, publisher in zip(titles, ("Courier", "Gazette"), strict=True)
    )
    database = database_of(one, replace(other, template="brief"))
    asked = replace(ALL, unit="events")
    events = int(totals(database, asked)["events"].iloc[0])
    profiles = coverage.read_profiles(database, asked)
    whole = coverage.read_whole(database, asked)
    assert (events, len(profiles), int(whole["whole"].iloc[0])) == (1, 2, 1)
    quality = reading_view(profiles, coverage.read_remarks(database, asked), whole, 1, "events")
    assert quality.headline == "All sections were found in every event"
    found = coverage.sources(database, asked)
    assert list(zip(found["found"], found["added"], strict=True)) == [(1, 1), (1, 0)]
    publishers = publishers_view(found, 1, "events")
    assert publishers.headline == "One event names 2 publishers"


def test_event_with_an_incomplete_report_is_not_whole(database_of: DatabaseOf) -> None:
    assert list(coverage.read_whole(database_of(full_report()), ALL)["whole"]) == [0]


def test_unread_share_is_of_characters(database_of: DatabaseOf) -> None:
    parsed = ParseReport(
        sections=full_report().parse.sections,
        unread=(span("Stray"),),
        warnings=(Problem("x", "y"),),
    )
    (row,) = coverage.read_profiles(database_of(replace(full_report(), parse=parsed)), ALL).to_dict(
        "records"
    )
    assert (row["unread_characters"], row["unread"], row["complete"]) == (5, 1, 1)
    assert row["characters"] == full_report().parse.sections[0].body.end


@given(
    about=st.builds(
        Cut, publisher=st.text(), technique=st.text(), state=st.sampled_from(("", "gap", "warned"))
    )
)
def test_cut_is_what_its_key_says(about: Cut) -> None:
    assert cut(about.key) == (about if about != Cut() else None)


@pytest.mark.parametrize(
    "key", [None, "", "x", "a=b", "region=151&x=y", "state=open", "&&==", *BAD]
)
def test_key_that_names_no_cut_is_none(key: str | None) -> None:
    assert cut(key) is None


def test_page_past_the_last_is_the_first(database_of: DatabaseOf) -> None:
    found = behind(database_of(full_report()), ALL, Cut(state="gap"), 7)
    assert (found.page, found.total) == (1, 1)
