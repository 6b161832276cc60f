"""A search finds what the filters choose, all of it, once."""

from dataclasses import replace
from datetime import date
from itertools import chain

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel.query import results as module
from dash_intel.query.chosen import days_of, totals
from dash_intel.query.facets import AT_MOST, FACETS, facet
from dash_intel.query.filters import Filters
from dash_intel.query.results import ORDERS, PAGE, listing, results
from dash_intel.query.search import search
from dash_intel.store import Database, Segment
from dash_intel.view.facets import facet_list
from tests.conftest import DatabaseOf
from tests.query.filtering import filters
from tests.reports import dated, full_report, report

ALL = Filters(period="all")
WORDS = ("", "port", "drone*", '"the port"', "-port", "title:port", "publisher:gazette", "zeppelin")

texted = st.builds(
    replace,
    filters(),
    text=st.sampled_from(WORDS),  # type: ignore[arg-type]
    unit=st.sampled_from(("reports", "events")),  # type: ignore[arg-type]
)
lightly = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def facets_of(database: Database, asked: Filters) -> dict[str, pd.DataFrame]:
    return {name: facet(database, asked, name) for name in FACETS}


def ids(database: Database, asked: Filters, order: module.Order) -> list[str]:
    total = results(database, asked, order, 1).total
    pages = range(1, -(-total // PAGE) + 1)
    return list(
        chain.from_iterable(results(database, asked, order, at).rows["report_id"] for at in pages)
    )


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("few", [0, 2_000])
@lightly
@given(asked=texted)
def test_pages_hold_every_chosen_report_once(
    sample_database: Database, asked: Filters, order: module.Order, few: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, "FEW", few)
        found = ids(sample_database, asked, order)
        assert len(set(found)) == len(found)
        assert len(found) == int(totals(sample_database, asked)["reports"].iloc[0])
        assert list(listing(sample_database, asked, order)["report_id"]) == found


@pytest.mark.parametrize("few", [0, 2_000])
@pytest.mark.parametrize("text", ["port", "drone*", '"the port" fuel'])
def test_best_come_first_as_the_index_ranks_them(
    sample_database: Database, monkeypatch: pytest.MonkeyPatch, text: str, few: int
) -> None:
    monkeypatch.setattr(module, "FEW", few)
    expected = [hit.report_id for hit in search(sample_database, text, 1_000).hits]
    assert ids(sample_database, replace(ALL, text=text), "relevance") == expected


def test_by_date_the_newest_come_first_and_undated_last(database_of: DatabaseOf) -> None:
    database = database_of(
        dated(None, "port one"),
        dated(date(2025, 1, 1), "port two"),
        dated(date(2025, 2, 1), "port"),
    )
    found = results(database, replace(ALL, text="port"), "date", 1)
    assert list(found.rows["title"]) == ["port", "port two", "port one"]


def test_without_words_to_rank_by_the_order_is_by_date(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    for text in ("", "publisher:gazette", "-zeppelin"):
        assert results(database, replace(ALL, text=text), "relevance", 1).order == "date"


def test_hits_are_marked_in_title_and_text_after_the_head(database_of: DatabaseOf) -> None:
    (found,) = results(database_of(full_report()), replace(ALL, text="vesna"), "relevance", 1).found
    assert Segment("Vesna", is_hit=True) in found.title
    words = "".join(segment.text for segment in found.snippet)
    assert Segment("Vesna", is_hit=True) in found.snippet
    assert "Published on" not in words


def test_results_tell_the_regions_that_reports_count_for(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    assert results(database, ALL, "date", 1).rows["regions"].tolist() == [["151"]]
    mentioned = replace(ALL, counted="mentioned")
    assert results(database, mentioned, "date", 1).rows["regions"].tolist() == [["151"]]


def test_unrecognised_text_and_old_revisions_are_not_found(database_of: DatabaseOf) -> None:
    database = database_of(
        full_report(), report("Vesna port.", source="x.txt", template="unrecognised")
    )
    assert results(database, replace(ALL, text="vesna"), "relevance", 1).total == 1


@lightly
@given(asked=texted)
def test_a_value_leaves_as_many_as_its_facet_says(
    sample_database: Database, asked: Filters
) -> None:
    unit = asked.unit
    for name, found in facets_of(sample_database, asked).items():
        if name == "months":
            continue
        alone = replace(asked, countries=(), groups=()) if name == "regions" else asked
        for row in found.itertuples():
            left = totals(sample_database, alone.having(name, row.value))
            assert int(left[unit].iloc[0]) == row.found, (name, row.value)


@lightly
@given(asked=texted)
def test_number_of_a_facet_is_what_a_click_on_it_leaves(
    sample_database: Database, asked: Filters
) -> None:
    found = facets_of(sample_database, asked)
    for one in facet_list(found, asked, days_of(sample_database, asked)):
        for value in one.values:
            left = totals(sample_database, value.filters)
            number = int(left[asked.unit].iloc[0])
            assert value.is_active or number == value.found, (one.name, value.value)


def test_facets_hold_the_most_and_all_that_are_chosen(sample_database: Database) -> None:
    tags = tuple(facet(sample_database, ALL, "tags")["value"])
    asked = replace(ALL, tags=("no such tag", tags[-1]))
    found = facets_of(sample_database, asked)
    assert found["tags"]["value"].iloc[0] == tags[-1]
    assert len(found["tags"]) == AT_MOST
    assert list(found["months"]["value"]) == sorted(found["months"]["value"], reverse=True)
