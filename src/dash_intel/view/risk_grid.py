"""Risk sentences by likelihood and impact: every one in one field, none guessed into it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from textwrap import wrap
from types import MappingProxyType

from dash_intel.query.risk_grid import FieldCount
from dash_intel.query.sentences import NO_BAND, NOT_STATED, SEVERAL, About
from dash_intel.settings import yardstick
from dash_intel.view.chart import Caption, Field, GridChart, Mark
from dash_intel.view.chosen_cell import cell_name
from dash_intel.view.risk_field import COLUMNS, ROWS, field_key
from dash_intel.view.risk_words import QUALITY, TRUTH, level_words
from dash_intel.view.table import TableView
from dash_intel.view.words import count
from dash_intel.vocab.likelihood import yardsticks

MOST_MARKS = 12
NO_FIGURES: Mapping[str, str] = MappingProxyType({SEVERAL: "several stated", NO_BAND: "no band"})
"""Columns that are no band of the yardstick, and what they are called."""
LONGEST_WORDS = 8
"""Letters after which the name of a column goes on in the next line."""
KINDS: Mapping[Mark, str] = MappingProxyType(
    {
        "stated": "stated in words",
        "number": "given as a figure",
        "forecast_verb": "a forecast without a degree",
        "hedge": "hedged",
        "asserted": "asserted",
        "present": "said to exist already",
        "none": "nothing said",
    }
)
KEY = (
    "● stated, ◆ a figure. No probability: ▽ hedge, ▷ forecast, □ asserted, △ exists already,"
    " × nothing said. VL to VH: very low to very high, a guide to the eye."
)

_TONES: Mapping[str, tuple[int, int, int, int, int]] = MappingProxyType(
    {
        "almost_no_chance": (0, 0, 0, 1, 1),
        "very_unlikely": (0, 1, 1, 1, 2),
        "unlikely": (0, 1, 2, 2, 3),
        "roughly_even": (0, 1, 2, 2, 3),
        "likely": (0, 1, 2, 3, 4),
        "very_likely": (0, 1, 2, 3, 4),
        "almost_certain": (0, 1, 2, 3, 4),
    }
)
"""Likelihood → step of the ramp by impact from 1 to 5, as NIST SP 800-30, table I-2, has them."""

Counts = Mapping[tuple[str, int], Mapping[Mark, int]]


def tone(likelihood: str, level: int) -> int | None:
    """Return the step that a field is toned in, None where something is not stated."""
    return _TONES[likelihood][level - 1] if likelihood in _TONES and level else None


def risk_grid_chart(found: Sequence[FieldCount], about: About, reach: str) -> GridChart:
    """Return the grid of ``query.risk_grid.risk_fields``; ``reach`` what they are of."""
    counts = _counts(found)
    total = sum(one.sentences for one in found)
    likely = sum(one.sentences for one in found if one.likelihood != NO_BAND)
    grave = sum(one.sentences for one in found if one.level != NOT_STATED)
    verb = "says" if total == 1 else "say"
    said = f"{likely:,} of {count(total, 'risk sentence')} {verb} how likely, {grave:,} how grave"
    return GridChart(
        Caption(
            title=f"{cell_name(about)}: likelihood and impact",
            measure=f"{said}. One mark a sentence; a field shows {MOST_MARKS} and counts the rest.",
            hint="Select a field for its sentences.",
            foot=f"n = {count(total, 'sentence')}, {reach}. {TRUTH}",
            method=(
                "A sentence stands where its own words put it, a figure in the band that its middle"
                " lies in; what it does not state is not guessed. One whose clauses state several"
                " likelihoods stands in a column of its own, at none of them. The tones follow the"
                " table of NIST SP 800-30 in spirit and multiply nothing."
                f" {QUALITY}"
            ),
            alt=f"Grid of likelihood by impact, {cell_name(about)}. {said}. {_fullest(counts)}",
        ),
        _table(counts),
        tuple((str(level), level_words(level)) for level in ROWS),
        tuple((term, "\n".join(_column(term))) for term in COLUMNS),
        tuple(_field(term, level, counts) for level in ROWS for term in COLUMNS),
        KEY,
    )


def field_choices(found: Sequence[FieldCount], chosen: str | None = None) -> dict[str, str]:
    """Return the fields that hold sentences as key → words, gravest first.

    The one whose key is ``chosen`` is among them also where it holds none.
    """
    counts = _counts(found)
    return {
        field_key(term, level): f"Impact {level_words(level)}, {likelihood_name(term)}:"
        f" {count(sum(counts.get((term, level), {}).values()), 'sentence')}"
        for level in ROWS
        for term in COLUMNS
        if counts.get((term, level)) or field_key(term, level) == chosen
    }


def field_name(about: About) -> str:
    """Return what the field is called that sentences stand in."""
    (likelihood,), (level,) = about.likelihoods, about.levels
    return f"{likelihood_name(likelihood)}, impact {level_words(level)}"


def likelihood_name(likelihood: str) -> str:
    """Return what a column is called, with its figures in the yardstick of the settings."""
    if likelihood in NO_FIGURES:
        return NO_FIGURES[likelihood]
    band = yardsticks()[yardstick()][likelihood]
    return f"{band.label} ({100 * band.low:.0f}–{100 * band.high:.0f}%)"


def drawn(kinds: Mapping[Mark, int]) -> tuple[Mark, ...]:
    """Return the marks of a field in order of kind: all of them, or twelve in proportion.

    Every kind that is there has a mark.
    """
    total = sum(kinds.values())
    held = [kind for kind in KINDS if kinds.get(kind)]
    if total <= MOST_MARKS:
        return tuple(kind for kind in held for _ in range(kinds[kind]))
    given = {kind: max(1, MOST_MARKS * kinds[kind] // total) for kind in held}
    while sum(given.values()) > MOST_MARKS:
        given[max(held, key=lambda kind: given[kind])] -= 1
    while sum(given.values()) < MOST_MARKS:
        given[max(held, key=lambda kind: kinds[kind] / given[kind])] += 1
    return tuple(kind for kind in held for _ in range(given[kind]))


def _counts(found: Sequence[FieldCount]) -> Counts:
    counts: dict[tuple[str, int], dict[Mark, int]] = defaultdict(lambda: defaultdict(int))
    for one in found:
        kind: Mark = next((kind for kind in KINDS if kind == one.basis), "none")
        counts[one.likelihood, one.level][kind] += one.sentences
    return counts


def _field(likelihood: str, level: int, counts: Counts) -> Field:
    kinds = counts.get((likelihood, level), {})
    total, marks = sum(kinds.values()), drawn(kinds)
    name = field_name(About(levels=(level,), likelihoods=(likelihood,)))
    return Field(
        field_key(likelihood, level),
        str(level),
        likelihood,
        tone(likelihood, level),
        marks,
        total - len(marks),
        (
            f"{name[:1].upper()}{name[1:]}",
            count(total, "sentence") if total else "No sentence",
            *_kinds(kinds),
        ),
    )


def _kinds(kinds: Mapping[Mark, int]) -> list[str]:
    return [f"{kinds[kind]:,} {words}" for kind, words in KINDS.items() if kinds.get(kind)]


def _column(likelihood: str) -> list[str]:
    if likelihood in NO_FIGURES:
        return wrap(NO_FIGURES[likelihood], LONGEST_WORDS)
    words, _, figures = likelihood_name(likelihood).partition(" (")
    return [*wrap(words, LONGEST_WORDS), figures.removesuffix(")")]


def _held(counts: Counts) -> list[tuple[tuple[str, int], Mapping[Mark, int]]]:
    return [
        ((term, level), counts[term, level])
        for level in ROWS
        for term in COLUMNS
        if counts.get((term, level))
    ]


def _table(counts: Counts) -> TableView:
    held = _held(counts)
    return TableView(
        f"{count(len(held), 'field')} with sentences, gravest first",
        ("Impact", "Likelihood", "Sentences", "How they say it"),
        tuple(
            (
                level_words(level),
                likelihood_name(term),
                sum(kinds.values()),
                ", ".join(_kinds(kinds)),
            )
            for (term, level), kinds in held
        ),
        (150, 220, 110, 380),
        tuple(field_key(term, level) for (term, level), _ in held),
    )


def _fullest(counts: Counts) -> str:
    sums = {field: sum(kinds.values()) for field, kinds in counts.items()}
    first = sorted(sums, key=lambda field: (-sums[field], field))[:3]
    said = "; ".join(
        f"{likelihood_name(term)}, impact {level_words(level)}: {sums[term, level]:,}"
        for term, level in first
    )
    return f"Fullest fields: {said}." if said else "No sentence."
