"""How well polarity, likelihood, impact and category of risk sentences are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.quality.labels import by_id, is_unseen, rows
from bench.quality.measures import accuracy, kappa, set_score, weighted_kappa
from bench.quality.result import Miss, Result
from dash_intel.enrich.categories import categories
from dash_intel.enrich.impact import impact
from dash_intel.enrich.likelihood import likelihood
from dash_intel.enrich.polarity import polarity
from dash_intel.model.span import Span

NONE = "none"


@dataclass(frozen=True, slots=True)
class Labels:
    """What one risk sentence says: of a rater, of both raters together, or as it is read."""

    polarity: str
    basis: str
    impact: int
    categories: frozenset[str]


def results() -> tuple[list[Result], list[Miss]]:
    """Return the results on all sentences and on the unseen ones, and what was read otherwise."""
    sentences = rows("risks")
    first, second, agreed = (
        [_labelled(found[row["id"]]) for row in sentences]
        for found in map(by_id, ("risks_rater_1", "risks_rater_2", "risks_agreed"))
    )
    read = [_read(row["text"]) for row in sentences]
    unseen = [at for at, row in enumerate(sentences) if is_unseen(row["id"])]
    whole = range(len(sentences))
    found = [
        result
        for which, chosen in (("", whole), (", unseen", unseen))
        for result in _results(which, *_chosen(chosen, agreed, read, first, second))
    ]
    return found, [
        Miss(row["id"], field, str(expected), str(actual))
        for row, there, other in zip(sentences, agreed, read, strict=True)
        for field, expected, actual in _differing(there, other)
    ]


def _chosen(numbers: Sequence[int], *sides: list[Labels]) -> Iterator[list[Labels]]:
    return ([side[at] for at in numbers] for side in sides)


def _results(which: str, *sides: list[Labels]) -> Iterator[Result]:
    count = len(sides[0])
    for field, name in (("polarity", "polarity"), ("basis", "likelihood basis")):
        there, found, one, two = ([getattr(one, field) for one in side] for side in sides)
        agreement = kappa(one, two)
        yield Result(f"{name}{which}", "accuracy", accuracy(there, found), count, agreement)
    there, found, one, two = ([labels.impact for labels in side] for side in sides)
    agreement = weighted_kappa(one, two)
    value = weighted_kappa(there, found)
    yield Result(f"impact level{which}", "weighted kappa", value, count, agreement)
    yield Result(f"impact level{which}", "accuracy", accuracy(there, found), count, agreement)
    keys = [[set(labels.categories) for labels in side] for side in sides]
    agreement = set_score(keys[2], keys[3]).f1
    value = set_score(keys[0], keys[1]).f1
    yield Result(f"risk category{which}", "F1", value, count, agreement)


def _labelled(row: dict[str, str]) -> Labels:
    level = row["impact"]
    return Labels(
        row["polarity"],
        row["basis"],
        0 if level == NONE else int(level),
        frozenset(row["categories"].split()) - {NONE},
    )


def _read(text: str) -> Labels:
    span = Span(0, len(text))
    chance, harm = likelihood(text, span), impact(text, span)
    return Labels(
        polarity(text, span)[0],
        chance.basis if chance else NONE,
        harm.level if harm else 0,
        frozenset(category.key for category in categories(text, span)),
    )


def _differing(there: Labels, found: Labels) -> Iterator[tuple[str, object, object]]:
    for field in ("polarity", "basis", "impact"):
        expected, actual = getattr(there, field), getattr(found, field)
        if expected != actual:
            yield field, expected, actual
    if there.categories != found.categories:
        yield "categories", " ".join(sorted(there.categories)), " ".join(sorted(found.categories))
