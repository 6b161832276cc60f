"""Tags over time, against plain counts over the same reports."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dash_intel.model.ledger import Decisions, Override
from dash_intel.query.filters import Filters
from dash_intel.query.picked import Pick, tag_reports
from dash_intel.query.regions import Part
from dash_intel.query.timeline import SCALES, Scale
from dash_intel.query.trends import Look, Trends, last_on, trends
from dash_intel.store import Database
from tests.conftest import DatabaseOf
from tests.query import plain_tags
from tests.query.plain_tags import Corpus
from tests.query.test_chosen import sample_filters
from tests.query.test_tags import tagged
from tests.reports import dated
from tests.store.test_derived import AT, LAST

MAY = Look()


def plain_end(corpus: Corpus, filters: Filters) -> date | None:
    days, newest = plain_tags.days(corpus, filters), corpus.newest
    assert newest is not None
    if days is None:
        return newest
    return min(days.until, newest) if days.since <= newest else days.until


def windows(found: Trends) -> dict[str, tuple[int, int]]:
    rows = found.windows
    read = zip(rows["name"], rows["now"].tolist(), rows["before"].tolist(), strict=True)
    return {name: (now, before) for name, now, before in read if now or before}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sample_filters, some.sampled_from(SCALES), some.booleans())
def test_trends_are_those_of_a_plain_count(
    sample_database: Database,
    corpus: Corpus,
    filters: Filters,
    scale: Scale,
    has_unsupported: bool,
) -> None:
    found = trends(sample_database, filters, Look(scale, has_unsupported=has_unsupported))
    end = plain_end(corpus, filters)
    assert end == last_on(sample_database, filters)
    assert end is not None
    if found is None:
        assert plain_tags.up_to(corpus, filters, end) == []
        return
    expected = plain_tags.windows(corpus, filters, scale, end, has_unsupported=has_unsupported)
    assert (found.of_now, found.of_before) == (expected.of_now, expected.of_before)
    assert windows(found) == {name: held for name, held in expected.by_tag.items() if any(held)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sample_filters, some.sampled_from(SCALES))
def test_lines_are_those_of_a_plain_count(
    sample_database: Database, corpus: Corpus, filters: Filters, scale: Scale
) -> None:
    found = trends(sample_database, filters, Look(scale))
    if found is None:
        return
    reports = plain_tags.up_to(corpus, filters, found.timeline.end)
    for start in found.timeline.history:
        span = found.timeline.span(start)
        held = [one for day, one in reports if span.since <= day <= span.until]
        units = {corpus.unit(one, filters) for one in held}
        assert found.timeline.units(start) == len(units)
        rows = found.counts[found.counts["started_on"] == start]
        assert dict(zip(rows["name"], rows["units"].tolist(), strict=True)) == {
            name: len({corpus.unit(one, filters) for one in held if name in plain_tags.tags(one)})
            for name in set(chain.from_iterable(map(plain_tags.tags, held)))
        }


def test_a_tag_that_stands_twice_on_a_report_counts_once(database_of: DatabaseOf) -> None:
    found = trends(database_of(tagged("One", "ports", "ports")), Filters(), MAY)
    assert found is not None
    assert found.counts[["name", "units"]].to_numpy().tolist() == [["ports", 1]]


def test_no_report_has_a_day_and_there_is_no_trend(database_of: DatabaseOf) -> None:
    assert trends(database_of(dated(None, "undated")), Filters(period="all"), MAY) is None
    assert trends(database_of(), Filters(), MAY) is None


def test_a_report_dated_after_today_ends_no_trend(database_of: DatabaseOf) -> None:
    database = database_of(dated(date(2999, 1, 1), "late"), tagged("One", "ports"))
    found = trends(database, Filters(period="all"), MAY)
    assert found is not None
    assert found.timeline.end == date(2025, 1, 1)
    assert found.timeline.history == (date(2025, 1, 1),)


def test_days_to_come_are_drawn_up_to_their_end_where_they_are_asked_for(
    database_of: DatabaseOf,
) -> None:
    database = database_of(dated(date(2999, 1, 1), "late"), tagged("One", "ports"))
    days = Filters(period="days", since=date(2998, 1, 1), until=date(2999, 6, 30))
    assert last_on(database, days) == date(2999, 6, 30)
    found = trends(database, days, MAY)
    assert found is not None
    assert found.timeline.history[-1] == date(2999, 6, 1)


@pytest.mark.parametrize("hostile", ["' OR 1=1 --", "$tags", "\x00", "%"])
def test_hostile_tags_are_counted_as_they_are(database_of: DatabaseOf, hostile: str) -> None:
    found = trends(database_of(tagged("One", hostile)), Filters(), MAY)
    assert found is not None
    assert found.windows["name"].tolist() == [hostile]


def test_a_corrected_tag_counts_in_place_of_what_was_read(database_of: DatabaseOf) -> None:
    one, other = tagged("One", "ports"), tagged("Two", "ports")
    database = database_of(one, other)
    correction = Override(one.document_id, "tag", ("drones",), "Read it.", "Mira", AT, LAST)
    database.hold(Decisions(1, overrides=(correction,)))
    found = trends(database, Filters(), MAY)
    assert found is not None
    counted = dict(found.counts[["name", "units"]].to_numpy().tolist())
    assert counted == {"drones": 1, "ports": 1}
    listed = tag_reports(database, Filters(), MAY, Pick("drones"), Part(5))
    assert listed[["title", "supported", "tag_position"]].isna().to_numpy().tolist() == [
        [False, True, True]
    ]
