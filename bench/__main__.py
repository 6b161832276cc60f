"""Measures how fast reports are loaded and how much room they take; writes bench/README.md.

``python -m bench [COUNT ...]``, from the project's root; without counts 10,000, 30,000 and 100,000.
``python -m bench 10000 100000 1000000`` takes hours and some 20 GB, and tells how linear it is.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.loading import added, database, loaded
from bench.page import written
from bench.searching import searched
from bench.stages import parse_stages, steps

COUNTS = (10_000, 30_000, 100_000)
SEED = 2026


def main() -> None:
    counts = sorted(int(count) for count in sys.argv[1:]) or COUNTS
    with TemporaryDirectory(prefix="dash-intel-bench-") as folder:
        loads = []
        for count in counts:
            print(f"{count:,} reports …", flush=True)
            loads.append(loaded(Path(folder), count, SEED))
            print(f"  {loads[-1].rate:,.0f} reports/s, {loads[-1].together / 1e6:,.0f} MB")
        print("100 reports more …", flush=True)
        more = added(Path(folder), counts[-1], SEED)
        print("Searching …", flush=True)
        searches = searched(database(Path(folder), counts[-1]))
    print("Where the time goes …", flush=True)
    page = Path(__file__).with_name("README.md")
    told = written(loads, more, searches, steps(SEED), parse_stages(SEED))
    page.write_text(told, encoding="utf-8")
    print(page.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
