"""Answers about what filters choose, with and without a ledger."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dash_intel import ledger as ledgers
from dash_intel.model.ledger import Editing, Person
from dash_intel.query import chosen
from dash_intel.query.advice_history import History
from dash_intel.query.decisions import BuildSubjects
from dash_intel.query.filters import Filters
from dash_intel.store import Database, purge
from dash_intel.ui import data
from tests.pages.conftest import LoadOutcomes
from tests.reports import full_report, report

EVERY = Filters(period="all")
FULL = full_report()


def chosen_reports(database: Database) -> int:
    return len(database.rows("SELECT report_id FROM report"))


def reports(tag: str) -> int:
    totals = data.chosen(chosen.totals, replace(EVERY, tags=(tag,)))
    return int(totals["reports"].iloc[0])


@pytest.fixture
def corrected(load: LoadOutcomes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(FULL)
    monkeypatch.setenv("DASH_INTEL_LEDGER", f"sqlite:///{tmp_path / 'ledger.sqlite'}")
    assert reports("tankers") == 0
    editing = Editing(Person("Mira", "admin"), FULL.document_id, reason="Read it.")
    known = BuildSubjects(data.opened())
    ledgers.set_override(data.ledger(), known, editing, "tag", ("tankers",))


@pytest.mark.usefixtures("corrected")
def test_correction_is_in_force_at_once() -> None:
    assert (reports("tankers"), reports("ports")) == (1, 0)


@pytest.mark.parametrize("address", ["sqlite:////no/such/folder/x.sqlite", "odd://", "nonsense"])
@pytest.mark.usefixtures("corrected")
def test_answers_and_corrections_outlive_the_ledger(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    assert reports("tankers") == 1
    monkeypatch.setenv("DASH_INTEL_LEDGER", address)
    assert (reports("tankers"), reports("ports")) == (1, 0)


@pytest.mark.parametrize("address", ["odd://", "nonsense", "sqlite:////proc/x.sqlite"])
def test_there_are_answers_where_there_was_never_a_ledger(
    load: LoadOutcomes, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("DASH_INTEL_LEDGER", address)
    load(FULL)
    assert reports("ports") == 1


def test_file_that_is_no_ledger_loses_no_answer(
    load: LoadOutcomes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"not a database" * 99)
    monkeypatch.setenv("DASH_INTEL_LEDGER", f"sqlite:///{broken}")
    load(FULL)
    assert reports("ports") == 1


def test_answer_is_asked_anew_on_another_day(
    load: LoadOutcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(FULL)
    asked: list[int] = []

    def question(_: Database) -> int:
        asked.append(1)
        return len(asked)

    days = [date(2026, 1, 1), date(2026, 1, 2)]
    for number, day in enumerate(days):
        monkeypatch.setattr(data, "today", lambda day=day: day)
        assert data.answer(question) == data.answer(question) == 2 * number + 1
        assert data.chosen(question) == data.chosen(question) == 2 * number + 2


def _owners(database: Database) -> tuple[object, ...]:
    return tuple(database.rows("SELECT owner FROM ledger.recommendation_state")["owner"])


@pytest.mark.parametrize("way", [data.decided, data.chosen, data.fresh])
@pytest.mark.usefixtures("corrected")
def test_answer_that_reads_twice_sees_one_state_of_the_decisions(
    way: Callable[..., tuple[object, ...]],
) -> None:
    advice = FULL.contents.recommendations[0].recommendation_id
    owners = iter(("Ann", "Eva"))

    def decide(database: Database) -> None:
        owner = next(owners, None)
        if owner:
            known = BuildSubjects(database)
            editing = Editing(Person("Mira", "admin"), advice)
            change = ledgers.RecommendationChange(owner=owner)
            ledgers.set_recommendation(data.ledger(), known, editing, change)
            database.hold(data.decisions())

    def question(database: Database) -> tuple[object, ...]:
        before = _owners(database)
        decide(database)
        return before, _owners(database)

    assert way(question) == (("Eva",), ("Eva",))


@pytest.mark.usefixtures("corrected")
def test_history_is_of_the_same_state_as_what_is_held() -> None:
    advice = FULL.contents.recommendations[0].recommendation_id
    due = iter((date(2026, 1, 1), date(2026, 1, 2)))

    def question(database: Database, stood: Mapping[str, History]) -> tuple[object, object]:
        day = next(due, None)
        if day:
            editing = Editing(Person("Mira", "admin"), advice)
            change = ledgers.RecommendationChange(due_on=day)
            known = BuildSubjects(database)
            ledgers.set_recommendation(data.ledger(), known, editing, change)
            database.hold(data.decisions())
        (held,) = database.rows("SELECT due_on FROM ledger.recommendation_state")["due_on"]
        return held.date(), stood[advice][-1].due_on if advice in stood else None

    assert data.followed(question) == (date(2026, 1, 2), date(2026, 1, 2))


def test_page_that_holds_a_purged_build_keeps_no_answer_of_it(
    load: LoadOutcomes, database: Path
) -> None:
    load(FULL, report("A later text."))
    asked: list[int] = []

    def question(held: Database) -> int:
        asked.append(1)
        return len(held.rows("SELECT text FROM report"))

    with data.one_build():
        assert data.answer(chosen_reports) == 2
        purge(database, FULL.report_id, "Names a source.")
        data.forget()
        with data.one_build():
            assert data.answer(chosen_reports) == 1
        assert [data.answer(question) for _ in range(2)] == [2, 2]
        assert [data.chosen(question) for _ in range(2)] == [2, 2]
    assert len(asked) == 4
