"""Measures how true the readings are; writes docs/quality.md and the scores it is held to.

``python -m bench.quality [FOLDER]``, from the project's root. ``FOLDER`` holds labelled news to
measure places with, ``geowebnews.jsonl`` and ``trnews.jsonl``: publishers' texts, which are no part
of the project. Without it the scores on them stay those of the last time.
"""

import sys
from functools import partial
from pathlib import Path

from bench.quality import pairs, places_gold, risks, tags
from bench.quality.page import PAGE, written
from bench.quality.result import Miss, Result
from bench.quality.scores import write


def main() -> None:
    """Measure, print the page, and keep it with the scores."""
    results: list[Result] = []
    misses: list[Miss] = []
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    places = partial(places_gold.results, gold)
    for measure in (places, risks.results, tags.results, pairs.advice, pairs.events):
        found, missed = measure()
        results += found
        misses += missed
    write(results)
    PAGE.write_text(written(results, misses), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
