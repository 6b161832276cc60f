"""What a build offers to choose from."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest

from dash_intel.model.items import Tag
from dash_intel.model.ledger import Decisions, Last, Override
from dash_intel.model.report import Contents, Head
from dash_intel.query import options
from dash_intel.query.filters import Filters, Unknown
from tests.conftest import DatabaseOf
from tests.reports import dated, full_report, other_report, span

AT = datetime(2025, 6, 4, tzinfo=UTC)


def test_most_frequent_come_first_then_by_name(database_of: DatabaseOf) -> None:
    other = other_report()
    tags = (Tag("ports", "ports", span("ports,")), Tag("aid", "aid", span("Wages")))
    database = database_of(
        full_report(), replace(other, contents=replace(other.contents, tags=tags))
    )
    assert options.offered(database, "tags") == ("ports", "aid", "labour")
    assert options.offered(database, "techniques") == ("ACH", "Odd")
    assert options.offered(database, "publishers") == ("Harbour Gazette",)


def test_earlier_revisions_and_unrecognised_texts_offer_nothing(database_of: DatabaseOf) -> None:
    head = Head(headline="Strike", publisher="Old", published_on=date(2025, 1, 1))
    strange = dated(date(2025, 1, 1), "odd", template="unrecognised")
    database = database_of(replace(strange, contents=Contents(head=head)))
    assert options.offered(database, "publishers") == ()


def test_tag_that_only_a_correction_has_is_told(database_of: DatabaseOf) -> None:
    full = full_report()
    database = database_of(full)
    last = Last(1, AT, "Mira", None, None)
    override = Override(full.document_id, "tag", ("tankers",), "Read it.", "Mira", AT, last)
    database.hold(Decisions(1, overrides=(override,)))
    assert options.corrected_tags(database) == ("tankers",)


def test_typed_names_are_found_in_capitals_or_not(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    typed = ("PORTS", "ports", "port", "labour")
    assert options.found(database, "tags", typed) == {
        "PORTS": "ports",
        "ports": "ports",
        "labour": "labour",
    }


@pytest.mark.parametrize("odd", ["İstanbul Post", "STRAẞE", "ΟΔΟΣ", "a'; DROP TABLE tag", "港"])
def test_name_in_any_script_is_found_as_it_is(database_of: DatabaseOf, odd: str) -> None:
    full = full_report()
    head = replace(full.contents.head, publisher=odd)
    database = database_of(replace(full, contents=replace(full.contents, head=head)))
    filters = Filters(publishers=(odd,))
    assert options.known(filters, partial(options.found, database)) == (filters, ())


def test_unknown_names_are_dropped_and_named(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    filters = Filters(tags=("Ports", "nosuch"), techniques=("nosuch",), text="strike")
    assert options.known(filters, partial(options.found, database)) == (
        Filters(tags=("ports",), text="strike"),
        (Unknown("tag", "nosuch"), Unknown("technique", "nosuch")),
    )
