"""Readings that somebody corrected."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dash_intel.errors import LedgerError
from dash_intel.ledger import Ledger, set_override, undo_override
from dash_intel.ledger.overrides import FIELDS, choices
from dash_intel.model.ledger import Editing, Person
from dash_intel.vocab import table
from dash_intel.vocab.categories import risk_categories
from dash_intel.vocab.countries import countries
from dash_intel.vocab.decisions import keys
from dash_intel.vocab.likelihood import TERMS
from tests.ledger.known import (
    ADVICE,
    DOCUMENT,
    FUTURE,
    OTHER_ADVICE,
    OTHER_DOCUMENT,
    REPORT,
    RISK,
    Known,
)


class Desk:
    """Someone who corrects readings."""

    def __init__(self, ledger: Ledger, known: Known, person: Person) -> None:
        self.ledger, self.known, self.person = ledger, known, person

    def set(self, subject_id: str, field: str, *value: str, reason: str | None = "Read it.") -> int:
        editing = Editing(self.person, subject_id, reason=reason)
        return set_override(self.ledger, self.known, editing, field, value).number

    def undo(self, subject_id: str, field: str) -> None:
        undo_override(self.ledger, self.known, Editing(self.person, subject_id), field)

    @property
    def values(self) -> dict[tuple[str, str], tuple[str, ...]]:
        found = self.ledger.decisions().overrides
        return {(one.subject_id, one.field): one.value for one in found}


@pytest.fixture
def desk(ledger: Ledger, known: Known, analyst: Person) -> Desk:
    return Desk(ledger, known, analyst)


def test_every_reading_has_a_label() -> None:
    assert keys("reading") == tuple(FIELDS)


@pytest.mark.parametrize(
    ("subject_id", "field", "value"),
    [
        *((RISK, "likelihood", (term,)) for term in choices("likelihood")),
        (FUTURE, "likelihood", ("likely",)),
        (RISK, "impact", ("4",)),
        (RISK, "category", ("cyber", "health")),
        (RISK, "polarity", ("opportunity",)),
        (RISK, "place", ("KEN", "SOM")),
        (ADVICE, "place", ("KEN",)),
        (DOCUMENT, "place", ("KEN",)),
        (DOCUMENT, "tag", ("ports", "labour disputes")),
        (ADVICE, "group", (OTHER_ADVICE,)),
        (DOCUMENT, "event", (OTHER_DOCUMENT,)),
        (RISK, "rejected", ("yes",)),
        (FUTURE, "rejected", ("yes",)),
    ],
)
def test_reading_is_corrected_and_the_correction_undone(
    desk: Desk, subject_id: str, field: str, value: tuple[str, ...]
) -> None:
    desk.set(subject_id, field, *value)
    assert desk.values == {(subject_id, field): value}
    desk.undo(subject_id, field)
    assert desk.values == {}
    with pytest.raises(LedgerError, match="was not corrected"):
        desk.undo(subject_id, field)


@pytest.mark.parametrize("field", sorted(set(FIELDS) - {"polarity", "rejected"}))
def test_nothing_to_read_is_a_correction_too(desk: Desk, field: str) -> None:
    subject_id = {"risk": RISK, "recommendation": ADVICE, "document": DOCUMENT}[FIELDS[field][0]]
    desk.set(subject_id, field, "none")
    assert desk.values == {(subject_id, field): ()}


@pytest.fixture
def own_category(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the key of a category that an analyst's own vocabulary adds."""
    remembered = (table.rows, table._own_files, risk_categories)
    header = "key,label,origin,wef,pestle"
    row = "harbour,Harbours,own,Economic,E"
    (tmp_path / "risk_categories.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_VOCAB", str(tmp_path))
    for one in remembered:
        one.cache_clear()
    yield "harbour"
    for one in remembered:
        one.cache_clear()


def test_values_are_those_of_the_vocabularies() -> None:
    assert choices("likelihood") == TERMS
    assert choices("category") == tuple(risk_categories())
    assert choices("place") == tuple(countries())
    assert choices("tag") == ()


def test_category_of_an_own_vocabulary_can_be_set(desk: Desk, own_category: str) -> None:
    desk.set(RISK, "category", own_category, "cyber")
    assert desk.values == {(RISK, "category"): (own_category, "cyber")}


def test_reports_id_stands_for_all_its_revisions(desk: Desk) -> None:
    desk.set(REPORT, "place", "KEN")
    assert desk.values == {(DOCUMENT, "place"): ("KEN",)}


@pytest.mark.parametrize(
    ("subject_id", "field", "value", "reason", "message"),
    [
        (RISK, "impact", ("4",), None, "needs a reason"),
        (RISK, "impact", ("4",), "  \n ", "needs a reason"),
        (RISK, "impact", ("6",), "Why.", "Impact cannot be 6; it can be: 1, 2, 3, 4, 5, none"),
        (RISK, "impact", ("3", "4"), "Why.", "Impact has one value, not 2"),
        (RISK, "likelihood", ("80%",), "Why.", "Likelihood cannot be 80%"),
        (RISK, "polarity", ("none",), "Why.", "Polarity needs a value: risk, opportunity, mixed"),
        (RISK, "category", ("war",), "Why.", "Category cannot be war"),
        (RISK, "place", ("Kenya",), "Why.", "Kenya is no country code"),
        (RISK, "place", ("KEN", "XXX"), "Why.", "XXX is no country code"),
        (RISK, "tag", ("ports",), "Why.", "is a risk; this takes a report"),
        (RISK, "mood", ("good",), "Why.", "mood cannot be corrected; these can: likelihood"),
        (ADVICE, "group", ("advice-no",), "Why.", "There is no recommendation advice-no"),
        (ADVICE, "group", (ADVICE,), "Why.", "Name another one"),
        ("risk-no", "impact", ("4",), "Why.", "There is no risk or scenario risk-no"),
        (DOCUMENT, "tag", ("a\x07b",), "Why.", "cannot be kept: U\\+0007"),
    ],
)
def test_bad_input_is_refused_and_nothing_written(  # noqa: PLR0917
    desk: Desk, subject_id: str, field: str, value: tuple[str, ...], reason: str, message: str
) -> None:
    with pytest.raises(LedgerError, match=message):
        desk.set(subject_id, field, *value, reason=reason)
    assert desk.ledger.head().number == 0


def test_new_reason_alone_is_a_change_and_repeating_is_none(desk: Desk) -> None:
    desk.set(RISK, "impact", "4")
    with pytest.raises(LedgerError, match="Nothing would change"):
        desk.set(RISK, "impact", "4")
    desk.set(RISK, "impact", "4", reason="Read it again.")
    (override,) = desk.ledger.decisions().overrides
    assert (override.reason, override.who, override.last.revision) == ("Read it again.", "Mira", 2)


def test_correction_of_a_sentence_that_is_gone_stays_and_can_be_undone(
    desk: Desk, known: Known
) -> None:
    desk.set(RISK, "impact", "4")
    known.gone.add(RISK)
    assert desk.values == {(RISK, "impact"): ("4",)}
    desk.undo(RISK, "impact")
    assert desk.values == {}


def test_two_fields_of_one_item_are_one_decision(desk: Desk) -> None:
    desk.set(RISK, "impact", "4")
    desk.set(RISK, "likelihood", "likely")
    assert {one.last.revision for one in desk.ledger.decisions().overrides} == {2}
    editing = Editing(desk.person, RISK, expected=1, reason="Why.")
    with pytest.raises(LedgerError, match="Mira changed this meanwhile"):
        set_override(desk.ledger, desk.known, editing, "polarity", ("mixed",))
    desk.person = replace(desk.person, role="viewer")
    with pytest.raises(LedgerError, match="is viewer and may not do this"):
        desk.undo(RISK, "impact")
