"""The sentences behind a number, as they are shown: words, level, likelihood, and where from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dash_intel.query.filters import Unit
from dash_intel.query.sentences import SHOWN, Behind
from dash_intel.view import cells
from dash_intel.view.item import Chip, HueName
from dash_intel.view.words import NOT_STATED, SEVERAL_STATED, count, day, listed
from dash_intel.vocab.categories import category_label, risk_categories
from dash_intel.vocab.impact import impact_label
from dash_intel.vocab.likelihood import band

NO_PROBABILITY = "no probability"

_HUES: Mapping[str, HueName] = MappingProxyType({"hedge": "orange"})
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "hedge": "hedge",
        "forecast_verb": "forecast without a degree",
        "asserted": "asserted",
        "present": "exists already",
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence exactly as it stands, in three parts; ``likelihood`` may be empty."""

    before: str
    likelihood: str
    after: str

    @property
    def whole(self) -> str:
        """The sentence in one piece."""
        return self.before + self.likelihood + self.after


@dataclass(frozen=True, slots=True)
class LikelihoodView:
    """How likely a sentence calls something: its word, its figures in words, and its band.

    ``band`` is in shares from 0 to 1, None where the word is no probability, which ``chip`` says.
    ``more`` says that the sentence states another likelihood too, and then there is no band: one
    clause's is not the sentence's. Else it is empty.
    """

    word: str
    figures: str
    band: tuple[float, float] | None
    chip: Chip | None
    more: str = ""

    @property
    def alt(self) -> str:
        """What the strip shows, for those who cannot see it."""
        if self.more:
            return "several likelihoods"
        return f"{self.word} {self.figures}".strip() if self.band else NO_PROBABILITY


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """A sentence behind a number.

    ``level`` is 1 to 5, None where no consequence is stated. ``why`` names the words that its
    readings come from, ``meta`` the report. ``is_corrected`` where somebody corrected a reading.
    """

    item_id: str
    report_id: str
    words: Words
    level: int | None
    level_words: str
    likelihood: LikelihoodView
    why: str
    meta: str
    is_corrected: bool


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One page of sentences and how many there are in all; ``page`` counts from 1."""

    scope: str
    items: tuple[EvidenceItem, ...]
    page: int
    pages: int


def evidence(behind: Behind, unit: Unit, shown: int = SHOWN) -> EvidenceView:
    """Return the view of one page of sentences."""
    counted = count(behind.units, unit.removesuffix("s"))
    said = f"{counted}, {count(behind.sentences, 'sentence')}."
    return EvidenceView(
        scope=f"{said} Strongest first." if behind.sentences > 1 else said,
        items=tuple(map(evidence_item, cells.records(behind.rows))),
        page=behind.page,
        pages=max(1, -(-behind.sentences // shown)),
    )


def evidence_item(row: cells.Row) -> EvidenceItem:
    """Return the view of a row of ``query.sentences.Behind``."""
    level = cells.number(row["impact_level"]) or None
    title = cells.text(row["title"])
    publisher = cells.text(row["publisher"])
    return EvidenceItem(
        item_id=cells.text(row["risk_id"]),
        report_id=cells.text(row["report_id"]),
        words=_words(row),
        level=level,
        level_words=f"{level} {impact_label(level)}" if level else NOT_STATED,
        likelihood=_likelihood(row),
        why=_why(row, level),
        meta=", ".join(
            one for one in (title, publisher, day(cells.day(row["published_on"]))) if one
        ),
        is_corrected=bool(cells.texts(row["corrected"])),
    )


def _words(row: cells.Row) -> Words:
    text, start = cells.text(row["text"]), row["likelihood_span_start"]
    if start is None or row["is_judged"]:
        return Words(text, "", "")
    offset = cells.number(row["span_start"])
    first, last = cells.number(start) - offset, cells.number(row["likelihood_span_end"]) - offset
    if not 0 <= first < last <= len(text):
        return Words(text, "", "")
    return Words(text[:first], text[first:last], text[last:])


def _likelihood(row: cells.Row) -> LikelihoodView:
    basis, term = cells.text(row["likelihood_basis"]), cells.text(row["likelihood_term"])
    if not term:
        return LikelihoodView("likelihood not stated", "", None, None)
    word = term.replace("_", " ")
    more = SEVERAL_STATED if row["is_one_of_several"] and not row["is_judged"] else ""
    figures = band(term) if basis == "stated" else _figures(row)
    if figures is None:
        kind = f"{_KINDS[basis]}, " if basis in _KINDS else ""
        chip = Chip(f"{kind}{NO_PROBABILITY}", _HUES.get(basis, "gray"))
        return LikelihoodView(word, "", None, chip, more)
    low, high = (f"{share * 100:.0f}" for share in figures)
    said = "" if basis == "number" and low == high else f"({low}–{high}%)"
    return LikelihoodView(word, said, None if more else figures, None, more)


def _figures(row: cells.Row) -> tuple[float, float] | None:
    low, high = row["likelihood_low"], row["likelihood_high"]
    return None if low is None or high is None else (float(str(low)), float(str(high)))


def _why(row: cells.Row, level: int | None) -> str:
    corrected = cells.texts(row["corrected"])
    read = _category_words(row["categories_read"])
    order = {key: at for at, key in enumerate(risk_categories())}
    keys = sorted(cells.texts(row["categories"]), key=lambda key: order.get(key, len(order)))
    parts = [
        category_label(key) + ("" if "category" in corrected else _quoted(read.get(key, ())))
        for key in keys
    ] or ["No category"]
    if level:
        words = () if "impact" in corrected else cells.texts(row["impact_words"])
        parts.append(f"impact {level}{_quoted(words)}")
    return "; ".join(parts)


def _category_words(value: object) -> Mapping[str, tuple[str, ...]]:
    found: Iterable[Any] = value if isinstance(value, Iterable) else ()
    return {str(one["key"]): cells.texts(one["words"]) for one in found}


def _quoted(words: tuple[str, ...]) -> str:
    unique = tuple(f"“{word}”" for word in dict.fromkeys(words))
    return f" from {listed(unique)}" if unique else ""
