"""Whatever is typed finds something or nothing, and never fails."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.model.report import Contents, Head
from dash_intel.query.search import search
from dash_intel.query.search_words import question
from dash_intel.store import Clause, Segment, Wanted
from tests.conftest import DatabaseOf
from tests.reports import full_report, report

HOSTILE = (
    "",
    " ",
    '"',
    '""',
    '"unclosed phrase',
    "*",
    "a*",
    "(",
    "AND OR NOT",
    "port AND (",
    "title:",
    "title:*",
    'title:"',
    "-",
    "--",
    "-*",
    "after:",
    "after:9999-99-99",
    "before:0001-01-01",
    "after:9999 before:0001",
    "[a TO b]",
    "a^9999",
    "a~2",
    ".*",
    "(a+)+$",
    "\\",
    "'; DROP TABLE report; --",
    "<b>port</b>",
    "\x00port",
    "\ud83d",
    "🚢",
    "港*",
    "x" * 5_000,
    "a " * 5_000,
    "a* " * 200,
    '"' * 999,
    ":" * 999,
    "__class__:x",
    "text:port",
    "body:port",
    "key:1",
)


def test_words_phrases_prefixes_and_exclusions_are_told_apart() -> None:
    assert question('port "rail  ballot" sanct* "a b"* -vesna -"x y"').wanted == Wanted(
        (
            Clause("port"),
            Clause("rail  ballot"),
            Clause("sanct*", is_prefix=True),
            Clause("a b", is_prefix=True),
            Clause("vesna", is_excluded=True),
            Clause("x y", is_excluded=True),
        )
    )


def test_fields_are_known_in_any_case() -> None:
    assert question('Title:strike publisher:"Harbour Gazette" -tag:ports').wanted == Wanted(
        (
            Clause("strike", "title"),
            Clause("Harbour Gazette", "publisher"),
            Clause("ports", "tag", is_excluded=True),
        )
    )


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("after:2025", date(2025, 1, 1), None),
        ("after:2025-03", date(2025, 3, 1), None),
        ("before:2025-03", None, date(2025, 2, 28)),
        ("before:2025-06-03", None, date(2025, 6, 2)),
        ("after:2025 after:2025-02 before:2026 before:2027", date(2025, 2, 1), date(2025, 12, 31)),
    ],
)
def test_days_may_be_years_and_months(text: str, since: date | None, until: date | None) -> None:
    assert question(text).wanted == Wanted((), since, until)
    assert question(text).notes == ()


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("after:yesterday", "after:yesterday is no date"),
        ("after:2025-13", "after:2025-13 is no date"),
        ("author:me", "There is no field author:"),
        ('"rail ballot', 'A " has no partner'),
        ("a " * 50, "Only the first 40 words"),
        ("x" * 1_001, "Only the first 1,000 characters"),
    ],
)
def test_what_is_not_understood_is_looked_for_as_it_stands(text: str, note: str) -> None:
    asked = question(text)
    assert [one[: len(note)] for one in asked.notes] == [note]
    assert asked.wanted.clauses


def test_typographic_quotes_are_quotes() -> None:
    assert question("“rail ballot”").wanted == question('"rail ballot"').wanted


def test_hostile_questions_never_fail(database_of: DatabaseOf) -> None:
    database = database_of(full_report())
    for text in HOSTILE:
        assert search(database, text).total in {0, 1}, text


@given(st.text(max_size=60))
def test_any_text_is_a_question(text: str) -> None:
    question(text)


def test_hit_tells_what_a_list_needs(database_of: DatabaseOf) -> None:
    full = full_report()
    found = search(database_of(full, report("Another.")), "berth publisher:gazette")
    assert (found.total, found.notes) == (1, ())
    (hit,) = found.hits
    assert (hit.report_id, hit.publisher, hit.published_on, hit.template) == (
        full.report_id,
        "Harbour Gazette",
        date(2025, 6, 3),
        "sat",
    )
    assert "".join(one.text for one in hit.title) == full.contents.head.headline
    assert [one.text for one in hit.snippet if one.is_hit] == ["berth"]
    assert hit.score > 0


def test_title_marks_what_was_looked_for(database_of: DatabaseOf) -> None:
    (hit,) = search(database_of(full_report()), "strike").hits
    assert [one.text for one in hit.title if one.is_hit] == ["strike"]


def test_hit_without_words_begins_with_its_bottom_line(database_of: DatabaseOf) -> None:
    full = full_report()
    (hit,) = search(database_of(full), "after:2025").hits
    assert hit.snippet == (Segment(full.contents.head.bluf or "", is_hit=False),)
    assert hit.score == 0.0


def test_pages_of_hits_follow_each_other(database_of: DatabaseOf) -> None:
    days = [date(2025, 1, day) for day in range(1, 8)]
    database = database_of(
        *(report(f"Port {day}.", contents=Contents(head=Head(published_on=day))) for day in days)
    )
    first, second = (search(database, "template:sat", 4, offset) for offset in (0, 4))
    assert (first.total, second.total) == (7, 7)
    shown = [hit.published_on for hit in (*first.hits, *second.hits)]
    assert shown == list(reversed(days))


def test_nothing_asked_finds_nothing(database_of: DatabaseOf) -> None:
    assert search(database_of(full_report()), "*** -").total == 0
