"""What a matrix of hypotheses comes to: how much contradicts each, and what tells them apart.

The method is Heuer's, Psychology of Intelligence Analysis, chapter 8: evidence is used to disprove
hypotheses, so only what is inconsistent counts. The figures are those of the program that he and
PARC made of it: 1 for inconsistent, 2 for very inconsistent.
"""

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dash_intel.ledger import MatrixDraft
from dash_intel.model.ach import Consistency
from dash_intel.view.ach_draft import MARKS, Marks, column, removed
from dash_intel.view.item import Chip, HueName
from dash_intel.view.literal import opening
from dash_intel.view.words import count, listed
from dash_intel.vocab.decisions import label

WEIGHTS: Mapping[Consistency, int] = MappingProxyType({"inconsistent": 1, "very_inconsistent": 2})
"""What a mark adds to the inconsistency score; every other mark adds nothing."""

LETTERS: Mapping[Consistency, str] = MappingProxyType(
    {
        "very_consistent": "CC",
        "consistent": "C",
        "neutral": "N",
        "inconsistent": "I",
        "very_inconsistent": "II",
        "not_applicable": "NA",
    }
)
_HUES: Mapping[Consistency, HueName] = MappingProxyType(
    {
        "very_consistent": "green",
        "consistent": "green",
        "inconsistent": "orange",
        "very_inconsistent": "red",
    }
)
_STEPS: Mapping[Consistency, int] = MappingProxyType(
    {
        "very_consistent": 2,
        "consistent": 1,
        "neutral": 0,
        "inconsistent": -1,
        "very_inconsistent": -2,
    }
)
UNMARKED = "not marked"
LONGEST_NAME, LONGEST_HEAD = 60, 21


@dataclass(frozen=True, slots=True)
class Score:
    """How a hypothesis fares; ``inconsistency`` adds the weights of its marks, None without any.

    ``facts`` say how many marks of each kind it has; ``is_least`` where no other has less.
    """

    column: str
    hypothesis: str
    inconsistency: int | None
    facts: str
    is_least: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """A piece of evidence, and how far its marks differ between hypotheses.

    ``spread`` is 0 to 4 steps, None where fewer than two marks compare; ``turns`` where another
    hypothesis, or one more or less, would be the least contradicted without it.
    """

    number: int
    evidence: str
    spread: int | None
    chips: tuple[Chip, ...]
    turns: str

    @property
    def words(self) -> str:
        """What it does for telling the hypotheses apart."""
        if self.spread is None:
            return "Too few marks to compare"
        if self.spread == 0:
            return "Tells nothing apart: the same mark for every hypothesis"
        strength = (
            "Very telling"
            if self.spread > 2
            else "Telling"
            if self.spread == 2
            else "Hardly telling"
        )
        return f"{strength}: marks {count(self.spread, 'step')} apart"


def inconsistency(draft: MatrixDraft, at: int) -> int:
    """Return the inconsistency score of a hypothesis by its place."""
    return sum(WEIGHTS.get(mark, 0) for row in draft.marks if (mark := row[at]))


def least(draft: MatrixDraft) -> tuple[int, ...]:
    """Return the places of the hypotheses that least contradicts.

    None where any hypothesis has no mark: what nobody weighed is not contradicted little.
    """
    if not marked(draft) or not all(map(any, zip(*draft.marks, strict=True))):
        return ()
    found = [inconsistency(draft, at) for at in range(len(draft.hypotheses))]
    return tuple(at for at, score in enumerate(found) if score == min(found))


def marked(draft: MatrixDraft) -> int:
    """Return how many marks are set."""
    return sum(mark is not None for row in draft.marks for mark in row)


def scores(draft: MatrixDraft) -> tuple[Score, ...]:
    """Return how each hypothesis fares, in the order of the columns."""
    first = least(draft)
    is_telling = 0 < len(first) < len(draft.hypotheses)
    return tuple(
        Score(
            column(at),
            hypothesis,
            inconsistency(draft, at) if any(row[at] for row in draft.marks) else None,
            _facts([row[at] for row in draft.marks]),
            is_telling and at in first,
        )
        for at, hypothesis in enumerate(draft.hypotheses)
    )


def verdict(draft: MatrixDraft) -> str:
    """Return which hypothesis is least contradicted, in words."""
    if not marked(draft):
        return "Nothing is marked yet"
    first = least(draft)
    if not first:
        return "Not every hypothesis is weighed yet"
    so_far = "" if _is_filled(draft) else "So far "
    names = tuple(f"“{short(draft.hypotheses[at])}”" for at in first)
    if len(first) == len(draft.hypotheses):
        score = inconsistency(draft, first[0])
        how = "all are contradicted alike" if score else "nothing contradicts any hypothesis"
        said = f"{so_far}{how}: the evidence does not tell them apart"
        return f"{said[0].upper()}{said[1:]}"
    if len(first) > 2:
        some = f"{len(first)} of {len(draft.hypotheses)} hypotheses"
        return f"{so_far}{some} are least contradicted alike, not proven"
    if len(first) > 1:
        return f"{so_far}{listed(names)} are least contradicted alike, not proven"
    return f"{so_far}{names[0]} is least contradicted, not proven"


def verdict_scope(draft: MatrixDraft) -> str:
    """Return how much of a matrix is marked, and what the scores rest on."""
    cells = len(draft.evidence) * len(draft.hypotheses)
    if not cells:
        return "There is no evidence yet."
    said = f"{marked(draft):,} of {count(cells, 'mark')} set."
    if marked(draft) < cells:
        said += " What is not marked counts nothing, so scores may still change."
    return said


def telling(draft: MatrixDraft) -> tuple[Telling, ...]:
    """Return the evidence, that whose marks differ most first."""
    found = [
        Telling(
            number,
            draft.evidence[number - 1],
            spread(row),
            tuple(chip(column(at), mark) for at, mark in enumerate(row)),
            _turns(draft, number - 1),
        )
        for number, row in enumerate(draft.marks, 1)
    ]
    return tuple(
        sorted(found, key=lambda one: -1 if one.spread is None else one.spread, reverse=True)
    )


def spread(row: Marks) -> int | None:
    """Return by how many steps the marks of a row differ, None where fewer than two compare."""
    steps = [_STEPS[mark] for mark in row if mark and mark in _STEPS]
    return max(steps) - min(steps) if len(steps) > 1 else None


def chip(name: str, mark: Consistency | None) -> Chip:
    """Return a mark in words, with the hypothesis that it is about."""
    if mark is None:
        return Chip(f"{name} {UNMARKED}")
    return Chip(
        f"{name} {LETTERS[mark]} {label('consistency', mark).lower()}", _HUES.get(mark, "gray")
    )


def short(hypothesis: str) -> str:
    """Return the beginning of a hypothesis, as it is named in a sentence."""
    return opening(hypothesis, 1, LONGEST_NAME).removesuffix(" …").rstrip(".:;,") or hypothesis


def head(at: int, hypothesis: str) -> str:
    """Return a hypothesis as the head of a column, cut at a word."""
    return textwrap.shorten(f"{column(at)} · {hypothesis}", LONGEST_HEAD, placeholder=" …")


def _is_filled(draft: MatrixDraft) -> bool:
    return marked(draft) == len(draft.evidence) * len(draft.hypotheses)


def _facts(marks: Sequence[Consistency | None]) -> str:
    found = Counter(marks)
    said = [
        f"{found[mark]:,} {label('consistency', mark).lower()}" for mark in MARKS if found[mark]
    ]
    if found[None]:
        said.append(f"{found[None]:,} {UNMARKED}")
    return " · ".join(said) or "no evidence yet"


def _turns(draft: MatrixDraft, at: int) -> str:
    now, without = least(draft), least(removed(draft, "evidence", at))
    if now == without or not without:
        return ""
    if len(without) == len(draft.hypotheses):
        return "Without it nothing would tell the hypotheses apart."
    names = tuple(f"“{short(draft.hypotheses[one])}”" for one in without)
    return f"Without it {listed(names)} would be least contradicted."
