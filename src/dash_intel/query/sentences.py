"""The risk sentences behind a number: the same reports, the same corrections, none left out."""

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, TypeVar

from dash_intel.query import chosen
from dash_intel.query.filters import Filters
from dash_intel.settings import yardstick
from dash_intel.store import Database
from dash_intel.vocab.areas import Area
from dash_intel.vocab.likelihood import TERMS, canonical, yardsticks

T = TypeVar("T")

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

SHOWN = 3
NOT_STATED = 0
"""The level of a sentence that states no consequence."""
NO_BAND = "none"
"""The likelihood of a sentence that states neither a figure nor a term of the yardstick."""
SEVERAL = "several"
"""The likelihood of a sentence that states one with a band, and another in another clause."""


@dataclass(frozen=True, slots=True)
class About:
    """What a number counts, beyond what the filters choose.

    None of ``area`` and ``category`` is all of them. A sentence is of an area where one of its
    places is in it and the report counts for it. ``levels`` are those of impact, 0 for none
    stated; ``likelihoods`` are terms of the yardstick, ``SEVERAL`` and ``NO_BAND``; empty is all.
    """

    area: Area | None = None
    category: str | None = None
    levels: tuple[int, ...] = ()
    likelihoods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Behind:
    """One page of the sentences behind a number, and how much is behind it in all.

    ``units`` are reports, or events where the filters say so; ``page`` counts from 1. ``rows`` has
    one row a sentence: ``risk_id``, ``report_id``, ``title``, ``published_on``, ``publisher``,
    ``text``, ``span_start`` and ``span_end``; ``likelihood_basis``, ``likelihood_term``,
    ``likelihood_low`` and ``likelihood_high`` (shares), ``is_judged`` where somebody corrected
    them, ``likelihood_span_start`` and ``likelihood_span_end`` of the words that were read,
    ``is_one_of_several`` where the sentence states another likelihood too;
    ``impact_level``, ``impact_words``; ``categories`` (keys), ``categories_read`` (structures with
    ``key`` and ``words``), ``corrected`` (fields).
    """

    sentences: int
    units: int
    page: int
    rows: "pd.DataFrame"


def behind(
    database: Database, filters: Filters, about: About, page: int = 1, shown: int = SHOWN
) -> Behind:
    """Return the sentences that ``about`` counts, ``shown`` a page; the last where there are fewer.

    Those of the highest impact come first, then those that a report calls likeliest, then the
    newest; of one impact, those that state several likelihoods last. Corrections are in force.
    """
    found = _keys(database, filters, about, page, shown)
    total = int(found["sentences"].iloc[0])
    last = max(1, -(-total // shown))
    at = min(max(page, 1), last)
    if at != page:
        found = _keys(database, filters, about, at, shown)
    units = int(found["units"].iloc[0])
    found = found[found["report_key"].notna()].drop(columns=["sentences", "units"])
    texts = chosen.rows(
        database,
        filters,
        "sentences",
        reports=found.pop("report_key").astype(int).tolist(),
        positions=found.pop("position").astype(int).tolist(),
    )
    rows = texts.join(found.reset_index(drop=True))
    return Behind(total, units, at, rows)


def _keys(
    database: Database, filters: Filters, about: About, page: int, shown: int
) -> "pd.DataFrame":
    area = about.area or Area("country", "")
    return chosen.rows(
        database,
        filters,
        "sentence_keys",
        has_area=about.area is not None,
        kind=area.kind,
        code=area.code,
        has_category=about.category is not None,
        category=about.category or "",
        levels=list(about.levels),
        has_likelihoods=bool(about.likelihoods),
        likelihoods=_readings(database, filters, about) if about.likelihoods else [],
        skipped=(max(page, 1) - 1) * shown,
        shown=shown,
    )


def column_of(
    basis: str | None, term: str | None, middle: float | None, *, is_one_of_several: bool
) -> str:
    """Return where a sentence stands: at what ``likelihood_of`` finds, unless it states several.

    Where it states several and one has a band, it stands at ``SEVERAL``, not at the likeliest.
    """
    found = likelihood_of(basis, term, middle)
    return SEVERAL if is_one_of_several and found != NO_BAND else found


def likelihood_of(basis: str | None, term: str | None, middle: float | None) -> str:
    """Return the term of the yardstick that a reading belongs to, ``NO_BAND`` where to none.

    A figure belongs to the band of the yardstick of the settings that ``middle`` (a share) lies in,
    or else to the next.
    """
    if basis == "stated" and term:
        return canonical(term) or NO_BAND
    if basis != "number" or middle is None:
        return NO_BAND
    bands = yardsticks()[yardstick()]
    return next((name for name in TERMS if middle <= bands[name].high), TERMS[-1])


def _readings(database: Database, filters: Filters, about: About) -> list[int]:
    found = chosen.rows(database, filters, "likelihoods")
    middles = (found["low"] + found["high"]) / 2
    return [
        int(reading)
        for basis, term, middle, is_one_of_several, reading in zip(
            *(found[name].map(_or_none) for name in ("basis", "term")),
            middles.map(_or_none),
            found["is_one_of_several"].tolist(),
            found["risk_reading"],
            strict=True,
        )
        if column_of(basis, term, middle, is_one_of_several=is_one_of_several) in about.likelihoods
    ]


def _or_none(value: T) -> T | None:
    return None if isinstance(value, float) and isnan(value) else value
