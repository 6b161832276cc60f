"""How well polarity, likelihood, impact and category of risk sentences are read."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.quality.labels import by_id, rows
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
    """Return the results on all sentences, and what was read otherwise than labelled."""
    sentences = rows("risks")
    first, second, agreed = (
        [_labelled(found[row["id"]]) for row in sentences]
        for found in map(by_id, ("risks_rater_1", "risks_rater_2", "risks_agreed"))
    )
    read = [_read(row["text"]) for row in sentences]
    return list(_results(agreed, read, first, second)), [
        Miss(row["id"], field, str(expected), str(actual))
        for row, there, found in zip(sentences, agreed, read, strict=True)
        for field, expected, actual in _differing(there, found)
    ]


def _results(
    agreed: list[Labels], read: list[Labels], first: list[Labels], second: list[Labels]
) -> Iterator[Result]:
    count = len(agreed)
    for field in ("polarity", "basis"):
        there, found, one, two = (
            [getattr(labels, field) for labels in side] for side in (agreed, read, first, second)
        )
        name = {"polarity": "polarity", "basis": "likelihood basis"}[field]
        yield Result(name, "accuracy", accuracy(there, found), count, kappa(one, two))
    levels = [[labels.impact for labels in side] for side in (agreed, read, first, second)]
    raters = weighted_kappa(levels[2], levels[3])
    yield Result("impact level", "weighted kappa", weighted_kappa(*levels[:2]), count, raters)
    yield Result("impact level", "accuracy", accuracy(*levels[:2]), count, raters)
    keys = [[set(labels.categories) for labels in side] for side in (agreed, read, first, second)]
    score = set_score(keys[0], keys[1])
    yield Result("risk category", "F1", score.f1, count, set_score(keys[2], keys[3]).f1)


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
