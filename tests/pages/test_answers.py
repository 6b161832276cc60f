"""Answers about what filters choose, with and without a ledger."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dash_intel import ledger as ledgers
from dash_intel.model.ledger import Editing, Person
from dash_intel.query import chosen
from dash_intel.query.decisions import BuildSubjects
from dash_intel.query.filters import Filters
from dash_intel.store import Database
from dash_intel.ui import data
from tests.pages.conftest import LoadOutcomes
from tests.reports import full_report

EVERY = Filters(period="all")
FULL = full_report()


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
        monkeypatch.setattr(data, "_today", lambda day=day: day)
        assert data.answer(question) == data.answer(question) == 2 * number + 1
        assert data.chosen(question) == data.chosen(question) == 2 * number + 2
