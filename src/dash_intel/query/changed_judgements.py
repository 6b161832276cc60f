"""Judgements that changed: the same said again, more or less likely than before.

Statements are risk sentences that say how likely something is, once: where clauses of one sentence
state several likelihoods, the rules cannot tell which of them moved. Of a country and a category
each one of the period is compared with those before it, the newest first: the first that speaks of
the same is the one before it. Sentences that name other countries do not speak of the same,
whatever their words. Corrections are in force.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from dash_intel.query import chosen
from dash_intel.query.filters import Filters
from dash_intel.query.sentences import NO_BAND, likelihood_of
from dash_intel.query.statement import statement
from dash_intel.settings import yardstick
from dash_intel.store import Database
from dash_intel.store.wordings import ALIKE, Rarity, likeness_after, rarity, stems_of
from dash_intel.vocab.likelihood import TERMS

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

MOST_COMPARED = 12
"""The newest statements of a country and a category that are compared."""

CORPUS = 8_000
"""Risk sentences, about, that tell which words are rare."""

MOST_READINGS = 4_096
"""Readings whose rung is remembered: many statements share one."""

HEDGE, EVEN = 0, TERMS.index("roughly_even") + 1


class Reading(NamedTuple):
    """How likely a statement calls something; ``low`` and ``high`` are shares."""

    basis: str
    term: str
    low: float | None
    high: float | None
    is_corrected: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, and on which rung of the ladder of likelihood it stands.

    A hedge is 0, the terms of ICD 203 are 1 to 7, the likeliest highest.
    """

    report_key: int
    position: int
    published_on: date
    impact_level: int | None
    reading: Reading
    rung: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A statement of the period and the one before it, and where both stand: ISO3 and keys."""

    later: Said
    earlier: Said
    countries: tuple[str, ...]
    categories: tuple[str, ...]

    @property
    def is_stronger(self) -> bool:
        """Whether it is called likelier now."""
        return self.later.rung > self.earlier.rung


class _Statement(NamedTuple):
    """A row of ``sql/changed_statements.sql`` that stands on a rung."""

    key: int
    position: int
    published_on: date
    impact_level: int | None
    reading: Reading
    rung: int
    text: str
    told: str
    is_now: bool
    country: str
    category: str
    named: str

    @property
    def sentence(self) -> tuple[date, str]:
        """What the same sentence in several reports of a day has in common: it is said once."""
        return self.published_on, self.text

    @property
    def said(self) -> Said:
        """Where it stands, and how likely it is called."""
        return Said(
            self.key, self.position, self.published_on, self.impact_level, self.reading, self.rung
        )


def judgement_changes(database: Database, filters: Filters) -> tuple[Moved, ...]:
    """Return what is called likelier or less likely in the period than before, the newest first.

    Of a country and a category the ``MOST_COMPARED`` newest statements are compared.
    """
    found = chosen.rows(database, filters, "changed_statements", most=MOST_COMPARED)
    before: dict[tuple[date, str], tuple[_Statement, _Statement]] = {}
    areas: dict[tuple[date, str], list[_Statement]] = {}
    for later, earlier in _pairs(list(_statements(found)), _rarity(database)):
        key, known = later.sentence, before.get(later.sentence)
        if known is None or known[1].published_on < earlier.published_on:
            before[key], areas[key] = (later, earlier), [later]
        elif known[1].sentence == earlier.sentence:
            areas[key].append(later)
    moves = [
        Moved(
            later.said,
            earlier.said,
            tuple(dict.fromkeys(one.country for one in areas[key])),
            tuple(dict.fromkeys(one.category for one in areas[key])),
        )
        for key, (later, earlier) in before.items()
        if later.rung != earlier.rung and _is_comparable(later.rung, earlier.rung)
    ]
    return tuple(sorted(moves, key=_age))


def sentences(database: Database, filters: Filters, said: Sequence[Said]) -> "pd.DataFrame":
    """Return the rows of ``query.sentences.Behind`` of these statements, in their order."""
    found = chosen.rows(
        database,
        filters,
        "sentences",
        reports=[one.report_key for one in said],
        positions=[one.position for one in said],
    )
    columns: dict[str, list[Any]] = {
        "impact_level": [one.impact_level for one in said],
        "likelihood_basis": [one.reading.basis for one in said],
        "likelihood_term": [one.reading.term for one in said],
        "likelihood_low": [one.reading.low for one in said],
        "likelihood_high": [one.reading.high for one in said],
        "is_judged": [one.reading.is_corrected for one in said],
    }
    return found.assign(**columns).astype({"impact_level": "Int64"})


def rung(reading: Reading) -> int | None:
    """Return on which rung a reading stands; None where it stands on none."""
    return _rung(reading, yardstick())


@lru_cache(maxsize=MOST_READINGS)
def _rung(reading: Reading, _: str) -> int | None:
    """Return the rung of a reading while figures are read by a yardstick of this name."""
    if reading.basis == "hedge":
        return HEDGE
    ends = (reading.low, reading.high)
    middle = None if None in ends else sum(one or 0 for one in ends) / 2
    term = likelihood_of(reading.basis, reading.term, middle)
    return None if term == NO_BAND else TERMS.index(term) + 1


def _is_comparable(one: int, other: int) -> bool:
    """Tell whether one of two rungs is the likelier.

    A hedge has no degree, so it is only less than an even chance: whether "may" says more
    than "unlikely", nobody can tell.
    """
    low, high = sorted((one, other))
    return low != HEDGE or high >= EVEN


def _age(move: Moved) -> tuple[int, int, int]:
    later = move.later
    return -later.published_on.toordinal(), later.report_key, later.position


def _rarity(database: Database) -> Rarity:
    def ask() -> Rarity:
        texts = database.cells(statement("changed_corpus"), most=CORPUS)
        return rarity(str(text) for (text,) in texts)

    return database.once("rarity of risk sentences", ask)


def _statements(found: "pd.DataFrame") -> Iterator[_Statement]:
    found = found.astype(object).where(found.notna(), None)
    readings = map(Reading._make, _columns(found, Reading._fields))
    places = _columns(found, ("report_key", "position", "published_on", "impact_level"))
    texts = _columns(found, ("text", "word_start", "word_end"))
    where = _columns(found, ("is_now", "place", "category", "named"))
    measured_by = yardstick()
    for reading, (key, position, on, level), told, (is_now, country, category, named) in zip(
        readings, places, texts, where, strict=True
    ):
        at = _rung(reading, measured_by)
        if at is not None:
            said = (key, position, on.date(), level, reading, at)
            cell = (is_now, country, category, named)
            yield _Statement(*said, told[0], _told(*told), *cell)


def _columns(found: "pd.DataFrame", names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    return zip(*(found[name].tolist() for name in names), strict=True)


def _told(text: str, start: int | None, end: int | None) -> str:
    """Return what a sentence says without the words that say how likely it is."""
    return text if start is None or end is None else f"{text[:start]} {text[end:]}"


def _pairs(
    statements: Sequence[_Statement], rare: Rarity
) -> Iterator[tuple[_Statement, _Statement]]:
    """Yield each statement of the period with the one before it.

    Those of a country and a category stand together, the newest first.
    """
    numbers: dict[tuple[str, str], int] = {}
    cells = [numbers.setdefault((one.country, one.category), len(numbers)) for one in statements]
    stems = [stems_of(one.told) for one in statements]
    near = likeness_after(stems, cells, rare, MOST_COMPARED - 1) >= ALIKE
    done = -1
    for row, further in np.argwhere(near).tolist():
        later, earlier = statements[row], statements[row + further + 1]
        if row == done or not later.is_now or later.published_on == earlier.published_on:
            continue
        if later.named and earlier.named and later.named != earlier.named:
            continue
        done = row
        yield later, earlier
