"""Many writers at once, and writers that are killed."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dash_intel.ledger import open_ledger

ROOT = Path(__file__).resolve().parents[2]
WRITERS = 20
EACH = 5
KILLS = 32
WRITES = 1_000


def _told(*arguments: object) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ledger.writing", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def _stored(address: str) -> dict[str, str | None]:
    with closing(open_ledger(address)) as ledger:
        verdict = ledger.verify()
        assert verdict.is_whole, verdict.problems
        return {str(event.number): event.note for event in ledger.events()}


def test_of_twenty_writers_at_once_no_event_is_lost_or_doubled(address: str) -> None:
    told = dict(word.split(" ", 1) for word in _told("together", address, WRITERS, EACH))
    expected = {f"writer-{number} {count}" for number in range(WRITERS) for count in range(EACH)}
    stored = _stored(address)
    assert stored == told
    assert sorted(told.values()) == sorted(expected)


@pytest.mark.parametrize("work", ["raced", "marked", "filled"])
def test_of_writers_who_saw_the_same_revision_one_wins(address: str, work: str) -> None:
    assert sorted(_told(work, address, WRITERS)) == [*["lost"] * (WRITERS - 1), "won"]
    assert len(_stored(address)) == 1


def test_acknowledged_events_outlive_kills(address: str) -> None:
    seed = os.getpid()
    acknowledged = _told("killed", address, KILLS, WRITES, seed)
    told = dict(word.split(" ", 1) for word in acknowledged)
    assert len(acknowledged) == len(told) >= WRITES, f"seed {seed}"
    stored = _stored(address)
    assert {number: stored.get(number) for number in told} == told, f"seed {seed}"
    assert len(stored) - len(told) <= KILLS, "at most one write a kill may be unacknowledged"
    assert len(set(stored.values())) == len(stored), f"seed {seed}"
