"""How likely and how grave risk sentences call what they speak of: each one in one field."""

from collections import Counter
from dataclasses import dataclass
from math import isnan

from dash_intel.query import chosen
from dash_intel.query.filters import Filters
from dash_intel.query.sentences import NOT_STATED, About, column_of
from dash_intel.store import Database
from dash_intel.vocab.areas import Area

NO_BASIS = "none"


@dataclass(frozen=True, slots=True)
class FieldCount:
    """Sentences of one field that state their likelihood alike.

    ``likelihood`` is a term of the yardstick, ``SEVERAL`` or ``NO_BAND``, ``level`` that of impact
    or ``NOT_STATED``. ``basis`` is that of the likelihood, ``none`` where a sentence has none.
    """

    likelihood: str
    level: int
    basis: str
    sentences: int


def risk_fields(database: Database, filters: Filters, about: About) -> tuple[FieldCount, ...]:
    """Return the fields that hold sentences of an area and a category, corrections in force.

    ``levels`` and ``likelihoods`` of ``about`` are left aside: they name a field.
    """
    area = about.area or Area("country", "")
    found = chosen.rows(
        database,
        filters,
        "risk_fields",
        has_area=about.area is not None,
        kind=area.kind,
        code=area.code,
        has_category=about.category is not None,
        category=about.category or "",
    )
    counts: Counter[tuple[str, int, str]] = Counter()
    names = ("impact_level", "basis", "term", "middle", "is_one_of_several", "sentences")
    columns = (found[name].tolist() for name in names)
    for level, basis, term, middle, is_one_of_several, sentences in zip(*columns, strict=True):
        likelihood = column_of(
            _words(basis), _words(term), _figure(middle), is_one_of_several=is_one_of_several
        )
        stated = NOT_STATED if _figure(level) is None else int(level)
        counts[likelihood, stated, _words(basis) or NO_BASIS] += sentences
    return tuple(FieldCount(*key, sentences) for key, sentences in sorted(counts.items()))


def field_about(about: About, likelihood: str, level: int) -> About:
    """Return what the sentences of one field of the grid of ``about`` are about."""
    return About(about.area, about.category, (level,), (likelihood,))


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _figure(value: object) -> float | None:
    found = float(str(value)) if isinstance(value, int | float) else None
    return None if found is None or isnan(found) else found
