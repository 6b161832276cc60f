"""What is said where filters leave no report."""

import pytest

from dash_intel.query.dead_end import AREAS, Way
from dash_intel.query.filters import Filters
from dash_intel.view.crumbs import crumbs
from dash_intel.view.dead_end import CALLED, DeadEnd, dead_end

BARE = Way((), Filters(period="all"), 60)
TAG = Way(("tags",), Filters(), 42)


def test_the_filter_that_empties_is_named() -> None:
    assert dead_end((TAG, BARE)) == DeadEnd(
        "No reports match these filters",
        "The tag leaves nothing: without it 42 reports remain.",
        "Remove the tag",
        Filters(),
    )


def test_several_ways_are_named_and_the_best_is_offered() -> None:
    found = dead_end((TAG, Way(("period",), Filters(period="all"), 1), BARE))
    assert found.reason == "Without the tag 42 reports remain, without the period 1."
    assert found.label == "Remove the tag"


@pytest.mark.parametrize(("reports", "verb"), [(1, "1 report remains"), (2, "2 reports remain")])
def test_period_is_not_removed_but_widened(reports: int, verb: str) -> None:
    found = dead_end((Way(("period",), Filters(period="all"), reports), BARE))
    assert found.reason == f"The period leaves nothing: without it {verb}."
    assert found.label == "Show all dates"


def test_all_are_cleared_where_no_single_one_empties() -> None:
    found = dead_end((BARE,))
    assert found.reason == (
        "No filter alone empties the page; without any of them 60 reports remain."
    )
    assert (found.label, found.filters) == ("Clear all filters", BARE.filters)


def test_no_way_out_without_reports() -> None:
    found = dead_end(())
    assert found.headline == "There are no reports to choose from"
    assert found.filters is None


def test_everything_that_can_be_removed_has_words() -> None:
    everything = Filters(
        period="all",
        countries=("KEN",),
        hides_actors=True,
        tags=("a",),
        categories=("cyber",),
        techniques=("a",),
        publishers=("a",),
        confidences=("high",),
        without=("sample",),
        text="a",
    )
    names = {one.name for one in crumbs(everything, None)} - set(AREAS)
    assert {(name,) for name in names} | {AREAS} == set(CALLED)
