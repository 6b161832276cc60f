"""The scores that were reached, which tests hold the readings to."""

import csv
from collections.abc import Iterable
from pathlib import Path

from bench.quality.result import Result

FILE = Path(__file__).with_name("scores.csv")
DROP = 0.01
"""How far a score may fall before a test fails."""


def write(results: Iterable[Result]) -> None:
    """Keep the scores of ``results``; of those not measured now the last ones stay."""
    found = (read() if FILE.exists() else {}) | {result.key: result.value for result in results}
    with FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["score", "value"])
        writer.writerows((key, f"{value:.4f}") for key, value in found.items())


def read() -> dict[str, float]:
    """Return the scores that were reached, by key."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["score"]: float(row["value"]) for row in csv.DictReader(file, strict=True)}
