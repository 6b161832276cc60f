"""How likely scenarios are said to be, and what the probabilities of a set come to."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from dash_intel.view import cells
from dash_intel.view.words import BASES, count, named
from dash_intel.vocab.likelihood import band
from dash_intel.vocab.likelihood import shown as worded

NO_PROBABILITY = "No probability stated"

_SLACK = 0.001


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely something is said to be: in words and figures, and what that rests on.

    ``band`` are the figures as shares, None without a probability; ``basis`` is empty where
    nothing was said.
    """

    words: str
    basis: str = ""
    band: tuple[float, float] | None = None


def chance(row: cells.Row) -> Chance:
    """Return the likelihood of a row of ``probability`` and ``likelihood_…`` columns."""
    recorded, term = row["probability"], cells.text(row["likelihood_term"])
    if recorded is not None:
        share = float(str(recorded))
        return Chance(f"{share:.0%}", "recorded by an analyst", (share, share))
    basis = cells.text(row["likelihood_basis"])
    if not basis:
        return Chance(NO_PROBABILITY)
    if basis == "corrected":
        words = worded(term) if term else NO_PROBABILITY
        return Chance(words, "corrected by an analyst", band(term))
    if basis == "stated":
        return Chance(worded(term), "stated in the report", band(term))
    if basis != "number" or row["likelihood_low"] is None or row["likelihood_high"] is None:
        return Chance(NO_PROBABILITY, f"“{term}”: {named(basis, BASES)}")
    low, high = (float(str(row[f"likelihood_{end}"])) for end in ("low", "high"))
    said = term if low == high else f"{term} ({low * 100:.0f}–{high * 100:.0f}%)"
    return Chance(said, "a figure of the report", (low, high))


def sums(rows: Iterable[cells.Row]) -> tuple[tuple[str, ...], bool]:
    """Return what the stated probabilities of the sets of a report come to, and if that is amiss.

    Scenarios of the outlook and of the analysis are sets of their own; a sentence that the report
    does not call a scenario is in none.
    """
    notes, is_over = [], False
    ordered = sorted(rows, key=lambda row: cells.text(row["origin"]), reverse=True)
    for origin, of_it in groupby(ordered, key=itemgetter("origin")):
        named_ones = [row for row in of_it if row["kind"] != "unlabelled" or row["label"]]
        bands = [found for found in (chance(row).band for row in named_ones) if found]
        if bands:
            low, high = (sum(ends) for ends in zip(*bands, strict=True))
            is_over = is_over or low > 1 + _SLACK
            words = _sum_words(len(bands), len(named_ones), low, high)
            notes.append((cells.text(origin).capitalize(), words))
    several = len(notes) > 1
    return tuple(f"{name}: {said}" if several else said for name, said in notes), is_over


def _sum_words(stated: int, number: int, low: float, high: float) -> str:
    of = f"{stated} of " * (stated < number) + count(number, "scenario")
    said = "states a probability" if stated == 1 else "state probabilities"
    total = _range(low, high)
    if low > 1 + _SLACK:
        least = "" if high - low < _SLACK else " even at the low ends"
        return f"{of} {said} that come to {total}: more than 100%{least}. They cannot all hold."
    rest = _range(max(0.0, 1 - high), 1 - low)
    if abs(low - 1) <= _SLACK and abs(high - 1) <= _SLACK:
        return f"{of} {said} that come to 100%: nothing is left for any other course."
    together = f", {total}" if stated == 1 else f" of {total} together"
    return f"{of} {said}{together}; other or unstated: {rest}."


def _range(low: float, high: float) -> str:
    one, other = f"{low * 100:.0f}", f"{high * 100:.0f}"
    return f"{one}%" if one == other else f"{one}–{other}%"
