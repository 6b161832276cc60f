"""How true the countries of a text are: precision, recall and F1 over sets of countries.

``python -m bench.quality.places FILE.jsonl ...`` reads labelled lines ``{id, title, text,
countries}`` and prints one row a file. Rules and lists are fixed in the program, not fitted to a
file, so a fold trains nothing: they were looked at beside the errors of half A alone (an even hash
of the id), and half B is text they were never held against.
"""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dash_intel.enrich.places import read_text


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text and the countries that people found in it."""

    id: str
    title: str
    text: str
    countries: frozenset[str]

    @property
    def half(self) -> str:
        return "AB"[sha256(self.id.encode()).digest()[0] % 2]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of countries over all texts, each country once a text."""

    texts: int
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 1.0


def labelled(file: Path) -> tuple[Labelled, ...]:
    """Return the texts of a file."""
    records = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(
        Labelled(str(record["id"]), record["title"], record["text"], frozenset(record["countries"]))
        for record in records
    )


def found(text: Labelled) -> frozenset[str]:
    """Return the countries that the program finds."""
    return frozenset(place.iso3 for place in read_text(text.title, text.text).places)


def score(texts: Iterable[Labelled]) -> Score:
    """Return the counts over ``texts``."""
    number = right = wrong = missed = 0
    for text in texts:
        read = found(text)
        number += 1
        right += len(read & text.countries)
        wrong += len(read - text.countries)
        missed += len(text.countries - read)
    return Score(number, right, wrong, missed)


def failures(texts: Iterable[Labelled]) -> tuple[tuple[Labelled, frozenset[str]], ...]:
    """Return the texts whose countries differ from the labels, with what was found."""
    read = ((text, found(text)) for text in texts)
    return tuple((text, countries) for text, countries in read if countries != text.countries)


def main() -> None:
    print("| file | half | texts | precision | recall | F1 |")
    print("| --- | --- | ---: | ---: | ---: | ---: |")
    for name in sys.argv[1:]:
        texts = labelled(Path(name))
        for half in ("A", "B", "AB"):
            got = score(text for text in texts if text.half in half)
            print(
                f"| {Path(name).stem} | {half} | {got.texts} | {got.precision:.3f} "
                f"| {got.recall:.3f} | {got.f1:.3f} |"
            )


if __name__ == "__main__":
    main()
