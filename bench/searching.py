"""Measures searching: the first search of a process, and those after it.

``python -m bench.searching DATABASE WORDS`` prints the seconds of one search after the other.
"""

import json
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from dash_intel.query.overview import counts
from dash_intel.query.search import search
from dash_intel.store import current_build, open_build

QUERIES = (
    "port",
    "cable landing",
    '"container port"',
    "sabot*",
    "drone -police",
    "title:strike",
    "publisher:gazette harbour",
    "tag:energy after:2025-01-01",
    '"may be put off until"',
    "zeppelin",
)
SEARCHES = 20


@dataclass(frozen=True)
class Searched:
    """What one query took in a process of its own, in seconds, and how many reports it found."""

    words: str
    first: float
    median: float
    total: int


def searched(database: Path) -> list[Searched]:
    """Return what each query took."""
    return [_searched(database, words) for words in QUERIES]


def _searched(database: Path, words: str) -> Searched:
    command = [sys.executable, "-m", "bench.searching", str(database), words]
    printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    told = json.loads(printed)
    return Searched(words, told["seconds"][0], median(told["seconds"][1:]), told["total"])


def _measure(database: Path, words: str) -> None:
    build = current_build(database)
    assert build is not None
    seconds, total = [], 0
    with closing(open_build(build)) as opened:
        counts(opened)  # as the app does before anybody can type
        for _ in range(1 + SEARCHES):
            start = time.perf_counter()
            total = search(opened, words).total
            seconds.append(time.perf_counter() - start)
    print(json.dumps({"seconds": seconds, "total": total}))


if __name__ == "__main__":
    _measure(Path(sys.argv[1]), sys.argv[2])
