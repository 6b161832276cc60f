"""Which hypotheses were preferred over time."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dash_intel.model.items import Hypothesis
from dash_intel.model.report import Contents, Head, Report
from dash_intel.model.span import Span
from dash_intel.query.filters import Filters
from dash_intel.query.hypotheses_time import (
    MOST_NAMES,
    Weighed,
    preferred_months,
    preferred_said,
    weighed,
)
from dash_intel.query.regions import Part
from dash_intel.store import Database
from dash_intel.vocab.areas import Area
from tests import reports
from tests.conftest import DatabaseOf
from tests.pages.edited import EDITED, FIRST
from tests.query.competing import competing_reports, folded, month
from tests.query.competing import weighed as each
from tests.query.filtering import an_area, filters

ALL = Filters(period="all")
EVERY = Part(1_000)

lightly = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def weighing(text: str, *found: Hypothesis, day: date | None = date(2025, 6, 3)) -> Report:
    return reports.report(
        text, contents=Contents(head=Head(headline=text, published_on=day), hypotheses=found)
    )


def names(database: Database) -> list[tuple[str, str]]:
    found = preferred_months(database, ALL, None)
    return sorted(set(zip(found["folded"], found["known_as"], strict=True)))


@lightly
@given(asked=filters(), area=st.none() | an_area())
def test_months_are_those_of_the_reports(
    sample_database: Database, sample_reports: tuple[Report, ...], asked: Filters, area: Area | None
) -> None:
    looked_at = competing_reports(sample_reports, asked, area)
    dated = [(one, two) for one, two in each(looked_at) if month(one)]
    found = preferred_months(sample_database, asked, area)
    units = Counter((folded(two), month(one)) for one, two in dated)
    preferred = Counter((folded(two), month(one)) for one, two in dated if two.preferred)
    for row in found.itertuples():
        key = (row.folded, row.month)
        assert (row.units, row.preferred) == (units[key], preferred[key])
    of_all = Counter(folded(two) for _, two in dated)
    assert found["folded"].nunique() == min(MOST_NAMES, len(of_all))
    drawn = found.drop_duplicates("folded")["all_units"].tolist()
    assert sorted(drawn, reverse=True) == sorted(of_all.values(), reverse=True)[:MOST_NAMES]


@lightly
@given(asked=filters(), area=st.none() | an_area())
def test_number_is_that_of_the_sentences_behind_it(
    sample_database: Database, asked: Filters, area: Area | None
) -> None:
    for row in preferred_months(sample_database, asked, area).itertuples():
        about = Weighed(row.folded, row.month)
        said = preferred_said(sample_database, asked, area, about, EVERY)
        assert set(said["units"]) == {row.units}
        assert said["preferred"].fillna(False).sum() == row.preferred


@lightly
@given(asked=filters(), area=st.none() | an_area())
def test_without_a_number_all_that_is_preferred_is_listed(
    sample_database: Database, sample_reports: tuple[Report, ...], asked: Filters, area: Area | None
) -> None:
    looked_at = competing_reports(sample_reports, asked, area)
    wanted = Counter(one.report_id for one, two in each(looked_at) if two.preferred)
    found = preferred_said(sample_database, asked, area, Weighed(), EVERY)
    assert Counter(found["report_id"]) == wanted


def test_hypothesis_is_named_by_itself_else_by_its_first_words(database_of: DatabaseOf) -> None:
    text = "Hypothesis B – Old grudge:\nSomebody was angry."
    heading = Span(0, text.index(":") + 1)
    body = Span(heading.end + 1, len(text))
    found = (
        Hypothesis("Deliberate sabotage", "Somebody cut it.", None, body),
        Hypothesis("A", "**Extortion**. A crew wants money.", True, body),
        Hypothesis("B", "Somebody was angry.", False, body, heading),
        Hypothesis("C", "It is a matter of 4.5 million, they say", None, body),
    )
    assert names(database_of(weighing(text, *found))) == [
        ("deliberate sabotage", "Deliberate sabotage"),
        ("extortion", "Extortion"),
        ("it is a matter of 4 5 million they say", "It is a matter of 4.5 million, they say"),
        ("old grudge", "Old grudge"),
    ]


def test_names_of_the_same_words_are_one_and_letters_are_not(database_of: DatabaseOf) -> None:
    body = Span(0, 3)
    one = weighing(
        "one", Hypothesis("A", "Extortion. X.", True, body), Hypothesis("B", "Luck", False, body)
    )
    other = weighing(
        "two",
        Hypothesis("B", "EXTORTION: y.", None, body),
        Hypothesis("A", "Bad luck", None, body),
        day=date(2025, 7, 1),
    )
    found = preferred_months(database_of(one, other), ALL, None)
    rows = [
        (row.folded, row.month, row.units, row.preferred, row.refused) for row in found.itertuples()
    ]
    assert sorted(rows) == [
        ("bad luck", "2025-07", 1, 0, 0),
        ("extortion", "2025-06", 1, 1, 0),
        ("extortion", "2025-07", 1, 0, 0),
        ("luck", "2025-06", 1, 0, 1),
    ]


def test_sentence_names_what_it_was_weighed_against(database_of: DatabaseOf) -> None:
    body = Span(0, 3)
    found = weighing(
        "one", Hypothesis("A", "Extortion. X.", True, body), Hypothesis("B", "Luck", False, body)
    )
    said = preferred_said(database_of(found), ALL, None, Weighed(), EVERY)
    assert [(row.known_as, row.rivals) for row in said.itertuples()] == [("Extortion", ["Luck"])]


def test_report_without_a_date_is_in_no_month(database_of: DatabaseOf) -> None:
    undated = weighing("one", Hypothesis("A", "Luck", True, Span(0, 3)), day=None)
    database = database_of(undated)
    assert preferred_months(database, ALL, None).empty
    assert len(preferred_said(database, ALL, None, Weighed(), EVERY)) == 1


def test_endless_name_is_cut(database_of: DatabaseOf) -> None:
    endless = weighing("one", Hypothesis("A", "word " * 400, True, Span(0, 3)))
    ((key, name),) = names(database_of(endless))
    assert len(name) == 200
    assert len(key) <= 200


@pytest.mark.parametrize(
    "about", [Weighed("extortion", "2025-10"), Weighed("“ü” \\", ""), Weighed()]
)
def test_key_leads_back_to_its_number(about: Weighed) -> None:
    assert weighed(about.key) == about


@pytest.mark.parametrize("key", [None, "", "[", "[1, 2]", '["a"]', "{}", '["\\ud800", ""]'])
def test_key_that_no_mark_has_is_all_that_is_preferred(key: str | None) -> None:
    assert weighed(key) == Weighed()


@pytest.mark.parametrize("key", ['["a", "no month"]', '["nothing", "2025-13"]'])
def test_key_of_nothing_finds_nothing(database_of: DatabaseOf, key: str) -> None:
    found = weighing("one", Hypothesis("A", "Luck", True, Span(0, 3)))
    assert preferred_said(database_of(found), ALL, None, weighed(key), EVERY).empty


def test_replaced_revision_is_not_weighed(database_of: DatabaseOf) -> None:
    old, new = (
        replace(
            one,
            contents=replace(one.contents, hypotheses=(Hypothesis("A", name, True, Span(0, 3)),)),
        )
        for one, name in ((FIRST, "Luck"), (EDITED, "Skill"))
    )
    assert names(database_of(old, new)) == [("skill", "Skill")]
