"""The reports behind a number: as many as the number says, and those that carry the tag."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dash_intel.model.items import Tag
from dash_intel.model.report import Contents, Head
from dash_intel.model.span import Span as Place
from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.query.picked import Pick, pick, read_area, read_span, related, tag_reports
from dash_intel.query.regions import Part
from dash_intel.query.tag_tables import tag_area_periods, tag_areas, tag_pairs
from dash_intel.query.timeline import SCALES
from dash_intel.query.trends import Look, trends
from dash_intel.store import Database
from dash_intel.vocab.areas import Area
from tests.conftest import DatabaseOf
from tests.query import plain_tags
from tests.query.plain_tags import Corpus
from tests.query.test_chosen import TAGS, sample_filters
from tests.query.test_tags import tagged
from tests.reports import report, span

LOOKS = some.builds(
    Look,
    scale=some.sampled_from(SCALES),
    kind=some.sampled_from(["region", "group"]),
    has_unsupported=some.booleans(),
)
random = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def listed(database: Database, filters: Filters, look: Look, wanted: Pick) -> int:
    """Return how many units are behind a number, having looked at every report of it."""
    found = tag_reports(database, filters, look, wanted, Part(10_000))
    assert found["report_id"].is_unique
    assert len(found) == (found["reports"].iloc[0] if len(found) else 0)
    return int(found["units"].iloc[0]) if len(found) else 0


def few(numbers: list[tuple[Pick, int]]) -> Iterator[tuple[Pick, int]]:
    """Yield some of the numbers, the largest among them."""
    yield from sorted(numbers, key=lambda one: (-one[1], one[0].key))[:6]
    yield from numbers[::40]


@random
@given(sample_filters, LOOKS)
def test_a_list_is_as_long_as_the_number_of_a_line_or_a_row(
    sample_database: Database, filters: Filters, look: Look
) -> None:
    found = trends(sample_database, filters, look)
    if found is None:
        return
    line = found.timeline
    numbers = [
        (Pick(str(row.name), line.span(row.started_on)), int(row.units))
        for row in found.counts.itertuples()
    ]
    for row in found.windows.itertuples():
        numbers += [(Pick(str(row.name), line.span(line.now)), int(row.now))] if line.now else []
        numbers += [(Pick(str(row.name), line.baseline), int(row.before))] if line.before else []
    for wanted, units in few(numbers):
        assert listed(sample_database, filters, look, wanted) == units, wanted


@random
@given(sample_filters, LOOKS, some.lists(some.sampled_from(TAGS), min_size=1, max_size=5))
def test_a_list_is_as_long_as_the_number_of_a_cell(
    sample_database: Database, filters: Filters, look: Look, names: list[str]
) -> None:
    tags = tuple(dict.fromkeys(names))
    areas = tag_areas(sample_database, filters, look, tags).dropna(subset=["tag"])
    numbers = [
        (Pick(str(row.tag), area=Area(look.kind, str(row.code))), int(row.units))
        for row in areas.itertuples()
    ]
    numbers += [
        (Pick(str(row.one), other=str(row.other)), int(row.units))
        for row in tag_pairs(sample_database, filters, look, tags).itertuples()
    ]
    numbers += [
        (Pick(tags[0], other=str(row.tag)), int(row.units))
        for row in related(sample_database, filters, look, tags[0], 10).itertuples()
    ]
    for wanted, units in few(numbers):
        assert listed(sample_database, filters, look, wanted) == units, wanted


@random
@given(sample_filters, LOOKS, some.sampled_from(TAGS))
def test_a_list_is_as_long_as_the_number_of_a_panel(
    sample_database: Database, filters: Filters, look: Look, tag: str
) -> None:
    found = trends(sample_database, filters, look)
    if found is None:
        return
    line = found.timeline
    days = Span(line.history[0], line.end)
    rows = tag_area_periods(sample_database, filters, look, tag, days)
    numbers = [
        (
            Pick(tag, line.span(row.started_on), Area(look.kind, str(row.code))),
            int(row.carrying),
        )
        for row in rows.itertuples()
    ]
    for wanted, units in few(numbers):
        assert listed(sample_database, filters, look, wanted) == units, wanted


@random
@given(sample_filters, LOOKS, some.sampled_from(TAGS))
def test_areas_and_pairs_are_those_of_a_plain_count(
    sample_database: Database, corpus: Corpus, filters: Filters, look: Look, tag: str
) -> None:
    reports = plain_tags.in_period(corpus, filters)

    def units(area: Area, *, is_tagged: bool) -> int:
        return len(
            {
                corpus.unit(one, filters)
                for one in reports
                if plain_tags.in_area(one, area, filters) and (not is_tagged or tag in carried(one))
            }
        )

    def carried(one: object) -> set[str]:
        return plain_tags.tags(one, has_unsupported=look.has_unsupported)  # type: ignore[arg-type]

    for row in tag_areas(sample_database, filters, look, (tag,)).itertuples():
        area = Area(look.kind, str(row.code))
        assert row.units == units(area, is_tagged=row.tag == tag), area
    assert set(related(sample_database, filters, look, tag, 1)["tag"]) <= {tag}
    for row in related(sample_database, filters, look, tag, 5).itertuples():
        both = [one for one in reports if {tag, str(row.tag)} <= carried(one)]
        assert row.units == len({corpus.unit(one, filters) for one in both})


def test_parts_hold_every_report_once_in_one_order(sample_database: Database) -> None:
    def ids(part: Part) -> list[str]:
        found = tag_reports(
            sample_database, Filters(period="all"), Look(), Pick("cybersecurity"), part
        )
        return found["report_id"].tolist()

    whole = ids(Part(100))
    assert [one for at in range(0, len(whole), 3) for one in ids(Part(3, at))] == whole


def test_reports_come_newest_first_and_the_longer_list_begins_with_the_shorter(
    sample_database: Database,
) -> None:
    every = Filters(period="all")
    found = [
        tag_reports(sample_database, every, Look(), Pick("cybersecurity"), Part(most))
        for most in (3, 100)
    ]
    assert len(found[0]) == 3
    assert len(found[1]) == found[0]["reports"].iloc[0] == found[1]["reports"].iloc[0]
    assert found[1]["published_on"].is_monotonic_decreasing
    assert found[1]["report_id"].tolist()[:3] == found[0]["report_id"].tolist()


def test_words_that_support_a_tag_are_those_of_the_text(database_of: DatabaseOf) -> None:
    text = "港口 Dockers' strike. Wages.\n"
    tags = (
        Tag("ports", "ports", Place(0, 2), False),
        Tag(
            "labour",
            "labour disputes",
            Place(0, 2),
            True,
            (span("strike", text), span("Wages", text)),
        ),
        Tag("odd", "odd", Place(0, 2)),
    )
    head = Head(headline="Strike", published_on=date(2025, 6, 3))
    database = database_of(report(text, contents=Contents(head=head, tags=tags)))
    found = {
        name: tag_reports(database, Filters(), Look(), Pick(name), Part(5)).to_dict("records")[0]
        for name in ("ports", "labour", "odd")
    }
    assert {name: (row["supported"], sorted(row["words"])) for name, row in found.items()} == {
        "ports": (False, []),
        "labour": (True, ["Wages", "strike"]),
        "odd": (None, []),
    }
    assert [row["tag_position"] for row in found.values()] == [0, 1, 2]
    supported = Look(has_unsupported=False)
    kept = {
        name: len(tag_reports(database, Filters(), supported, Pick(name), Part(5)))
        for name in found
    }
    assert kept == {"ports": 0, "labour": 1, "odd": 1}


PICKS = [
    Pick("drones"),
    Pick("drones", Span(date(2025, 8, 1), date(2025, 8, 31))),
    Pick("drones", area=Area("region", "145")),
    Pick('a|"b"\\', Span(date.min, date.max), Area("group", "sahel"), "港口"),
]


@pytest.mark.parametrize("one", PICKS)
def test_the_name_of_a_mark_leads_back_to_its_number(one: Pick) -> None:
    assert pick(one.key) == one


@pytest.mark.parametrize("key", ["", "drones", "[]", "[1]", "{}", "null", "[[", '["a","b","c"]'])
def test_a_name_that_no_mark_has_leads_nowhere(key: str) -> None:
    assert pick(key) is None


@pytest.mark.parametrize(
    "written", ["", "all", "2025-08-01", "2025-08-31..2025-08-01", "a..b", "2025-08-01..x", ".."]
)
def test_days_of_an_address_that_are_none_are_dropped(written: str) -> None:
    assert read_span(written) is None


@pytest.mark.parametrize("written", ["", "region", "region.", "region.999", "planet.145", "145"])
def test_an_area_of_an_address_that_is_none_is_dropped(written: str) -> None:
    assert read_area(written) is None


@pytest.mark.parametrize("hostile", ["' OR 1=1 --", "$tag", "\x00", "%", "\\"])
def test_hostile_tags_are_asked_for_as_they_are(database_of: DatabaseOf, hostile: str) -> None:
    database = database_of(tagged("One", "ports"), tagged("Two", hostile))
    found = tag_reports(database, Filters(), Look(), Pick(hostile, other=hostile), Part(5))
    assert found["title"].tolist() == ["Two"]
