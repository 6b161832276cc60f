"""Measures how fast the pages answer; writes bench/dashboard/README.md.

``python -m bench.dashboard [DATABASE [TIMES]]`` on the database of that folder, else on one of
100,000 invented reports that it makes first; then on one ten times, or ``TIMES``, as large. With 1
there is no larger one, which takes some ten minutes less.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.dashboard.answering import answered
from bench.dashboard.enlarged import enlarge
from bench.dashboard.mix import MIX
from bench.dashboard.page import written
from bench.dashboard.settled import settled
from bench.loading import database, loaded
from dash_intel.store import current_build, open_build

COUNT, COPIES = 100_000, 10
SEED = 2026


def main() -> None:
    with TemporaryDirectory(prefix="dash-intel-bench-") as folder:
        if len(sys.argv) > 1:
            first = Path(sys.argv[1])
        else:
            loaded(Path(folder), COUNT, SEED)
            first = database(Path(folder), COUNT)
        copies = int(sys.argv[2]) if len(sys.argv) > 2 else COPIES
        builds = [first]
        if copies > 1:
            print(f"{copies} times as large …", flush=True)
            builds.append(Path(folder) / "larger")
            enlarge(first, builds[-1], copies)
        found = {}
        for one in builds:
            print(f"{_reports(one):,} reports …", flush=True)
            found[_reports(one)] = tuple(answered(one, MIX))
        page = Path(__file__).with_name("README.md")
        page.write_text(written(found, ()), encoding="utf-8")
        print("In a browser …", flush=True)
        clicks = tuple(settled(first, Path(folder) / "figures"))
    page.write_text(written(found, clicks), encoding="utf-8")
    print(page.read_text(encoding="utf-8"))


def _reports(folder: Path) -> int:
    build = current_build(folder)
    assert build is not None, folder
    opened = open_build(build)
    ((count,),) = opened.cells("SELECT count(*) FROM report")
    opened.close()
    return int(str(count))


if __name__ == "__main__":
    main()
