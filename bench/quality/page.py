"""The page of scores."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.quality.result import Miss, Result
from dash_intel.enrich import version

PAGE = Path(__file__).resolve().parents[2] / "docs" / "quality.md"
CAUSES = Path(__file__).with_name("causes.md")
SHOWN_CONFUSIONS = 40

_INTRODUCTION = """\
# How true the readings are

Written by `make quality`; not edited by hand. Each score compares what the program reads with what
people labelled; [how](../bench/quality/labelled/README.md) the labels came about, and what they are
of, stands beside them. `raters` is how far two people agree with one another on the same items:
kappa, weighted for levels, F1 where several labels may hold.

The news that places are measured on is in two halves: while the rules were written, errors of the
half `looked at` were looked at; the half `unseen` was only scored. Of the other rows, errors on the
odd ones were looked at after first scores had been taken, those on the even ones (`unseen`) never.
Pairs and tags were written to be hard: the words differ where the matter is the same, and are the
same where it differs. A score on reports as they come is higher or lower, as these are.

{day}, words and rules {version}.
"""


def written(results: Sequence[Result], misses: Iterable[Miss]) -> str:
    """Return the page in Markdown."""
    confusions = Counter((miss.field, miss.expected, miss.actual) for miss in misses)
    return "\n".join(
        [
            _INTRODUCTION.format(day=f"{datetime.now(UTC):%Y-%m-%d}", version=version()),
            "## Scores",
            "",
            "| what | measure | score | items | raters |",
            "| --- | --- | ---: | ---: | ---: |",
            *(_row(result) for result in results),
            "",
            "## What is read for what",
            "",
            "| what | labelled | read | items |",
            "| --- | --- | --- | ---: |",
            *(
                f"| {field} | {expected or 'none'} | {actual or 'none'} | {count} |"
                for (field, expected, actual), count in confusions.most_common(SHOWN_CONFUSIONS)
                if field != "categories"
            ),
            "",
            CAUSES.read_text(encoding="utf-8"),
        ]
    )


def _row(result: Result) -> str:
    raters = "" if result.raters is None else f"{result.raters:.3f}"
    return f"| {result.what} | {result.measure} | {result.value:.3f} | {result.count} | {raters} |"
