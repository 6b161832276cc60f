"""Starts loads, rollbacks, rereadings and purges and kills each at a random moment.

A process of its own, since it forks: ``python -m tests.store.cut_off FOLDER KILLS SEED``. Prints
how many were killed while they ran, and raises where a build is not whole.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from dash_intel.model.report import Report
from dash_intel.store import (
    builds,
    current_build,
    open_build,
    publish,
    purge,
    reread,
    rollback,
    tombstones,
)
from dash_intel.store.kin import as_parsed
from tests.reports import report

A_LOAD = 60


def arriving(load: int) -> list[Report]:
    """Return the reports of one load, the same whenever it is tried."""
    letters = random.Random(load)  # noqa: S311
    return [report(f"Load {load}. {letters.randbytes(1500).hex()}") for _ in range(A_LOAD)]


def child(task: Callable[[], object]) -> int:
    """Start ``task`` in a process of its own and return its id."""
    pid = os.fork()
    if pid == 0:
        try:
            task()
            os._exit(0)
        finally:
            os._exit(1)
    return pid


def killed(pid: int, seconds: float) -> bool:
    """Kill a process after a while; tell whether it was still running."""
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    return os.WIFSIGNALED(status)


def done(task: Callable[[], object]) -> float:
    """Run ``task`` to its end in a process of its own and return how many seconds it took."""
    start = time.monotonic()
    _, status = os.waitpid(child(task), 0)
    if status:
        raise RuntimeError(f"It ended with {status}.")
    return time.monotonic() - start


def require_whole(directory: Path) -> None:
    """Raise where a build is not whole, or holds half a load or what was purged."""
    build = current_build(directory)
    assert build is not None
    gone = {one.report_id for one in tombstones(directory) if one.is_done}
    for kept in builds(directory):
        assert kept.trouble is None, kept
    with closing(open_build(build)) as database:
        found = list(database.reports())
    loads: dict[str, int] = {}
    for one in found:
        assert one.report_id not in gone
        loads[one.text.split(".")[0]] = loads.get(one.text.split(".")[0], 0) + 1
    purged = len(tombstones(directory))
    assert all(A_LOAD - purged <= number <= A_LOAD for number in loads.values()), loads


def tasks(directory: Path, chance: random.Random) -> Iterator[Callable[[], object]]:
    """Give what is tried, in turns."""
    load = 1
    while True:
        load += 1
        doomed = chance.choice(arriving(1)).report_id
        yield lambda load=load: publish(directory, arriving(load), ())  # type: ignore[misc]
        yield lambda: rollback(directory, chance.choice(builds(directory)[1:]).number)
        yield lambda: reread(directory, lambda _: _stored(directory))
        yield lambda doomed=doomed: purge(directory, doomed, "tried")  # type: ignore[misc]


def _stored(directory: Path) -> list[Report]:
    build = current_build(directory)
    assert build is not None
    with closing(open_build(build)) as database:
        ids = database.rows("SELECT report_id FROM report")["report_id"].tolist()
        return [as_parsed(one) for one in database.reports(ids)]


def main(directory: Path, kills: int, seed: int) -> None:
    """Try until so many were killed while they ran."""
    chance = random.Random(seed)  # noqa: S311
    for load in (0, 1):
        longest = done(lambda load=load: publish(directory, arriving(load), ()))  # type: ignore[misc]
    count = 0
    for task in tasks(directory, chance):
        if count >= kills:
            break
        count += killed(child(task), chance.uniform(0, 2 * longest))
        done(lambda: require_whole(directory))
    done(lambda: publish(directory, arriving(99), ()))
    done(lambda: require_whole(directory))
    left = sorted(path.name for path in directory.iterdir() if ".part" in path.name)
    assert left == [], left
    assert all(one.is_done for one in tombstones(directory))
    print(count)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
