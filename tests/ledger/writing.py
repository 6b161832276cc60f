"""Writers in processes of their own: ``python -m tests.ledger.writing WORK ADDRESS …``.

``together ADDRESS WRITERS EACH``      that many add notes at once, each so many.
``raced ADDRESS WRITERS``              that many set one owner, seen at revision 0.
``marked ADDRESS WRITERS``             that many mark one signpost, seen at revision 0.
``filled ADDRESS WRITERS``             that many save one matrix, seen at revision 0.
``killed ADDRESS KILLS WRITES SEED``   kills that many writers, one after the other, until so many
                                       writes are acknowledged.

A process of its own, since it forks. Prints a line a writer's word, in the end.
"""

import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing

from dash_intel.errors import ConflictError
from dash_intel.ledger import (
    Ledger,
    MatrixDraft,
    RecommendationChange,
    SignpostChange,
    add_note,
    open_ledger,
    save_matrix,
    set_recommendation,
    set_signpost,
)
from dash_intel.model.ledger import Editing, Person
from tests.ledger.known import ADVICE, DOCUMENT, FUTURE, KINDS, PUBLISHED_ON, TRIGGER, Known

Tell = Callable[[str], None]
SUBJECTS = sorted(KINDS)


def notes(address: str, name: str, number: int, tell: Tell) -> None:
    """Add notes that say who wrote them and which they are; tell of each once it is there."""
    with closing(open_ledger(address)) as ledger:
        for count in range(number):
            subject_id = SUBJECTS[count % len(SUBJECTS)]
            editing = Editing(Person(name, "analyst"), subject_id, note=f"{name} {count}")
            event = add_note(ledger, Known(), editing)
            tell(f"{event.number} {event.note}")


def set_owner(ledger: Ledger, name: str) -> None:
    """Set the owner of a piece of advice that nothing was decided about yet."""
    editing = Editing(Person(name, "analyst"), ADVICE, expected=0)
    set_recommendation(ledger, Known(), editing, RecommendationChange(owner=name))


def mark(ledger: Ledger, name: str) -> None:
    """Mark the first signpost of a scenario."""
    editing = Editing(Person(name, "analyst"), FUTURE, expected=0)
    set_signpost(
        ledger,
        Known(),
        editing,
        TRIGGER,
        SignpostChange("observed", PUBLISHED_ON, f"{name} saw it."),
    )


def fill(ledger: Ledger, name: str) -> None:
    """Save the first matrix of a report."""
    editing = Editing(Person(name, "analyst"), DOCUMENT, expected=0)
    save_matrix(ledger, Known(), editing, MatrixDraft(f"Was it {name}?", ("Yes", "No")))


RACES = {"raced": set_owner, "marked": mark, "filled": fill}


def race(decide: Callable[[Ledger, str], None], address: str, name: str, tell: Tell) -> None:
    """Try to be the one who decides first."""
    with closing(open_ledger(address)) as ledger:
        try:
            decide(ledger, name)
            tell("won")
        except ConflictError:
            tell("lost")


def child(task: Callable[[Tell], None]) -> tuple[int, int]:
    """Start ``task`` in a process; return its id and where its words can be read."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        try:
            task(lambda word: os.write(writing, f"{word}\n".encode()) and None)
            os._exit(0)
        finally:
            traceback.print_exception(sys.exception())
            os._exit(1)
    os.close(writing)
    return pid, reading


def words(reading: int) -> list[str]:
    """Return what a process told, whole lines only, when it has ended."""
    with os.fdopen(reading, "rb") as told:
        return [line.decode().rstrip("\n") for line in told.readlines() if line.endswith(b"\n")]


def at_once(tasks: list[Callable[[Tell], None]]) -> list[str]:
    """Run all ``tasks`` at the same time; raise where one of them fails."""
    started = [child(task) for task in tasks]
    found = [word for _, reading in started for word in words(reading)]
    for pid, _ in started:
        _, status = os.waitpid(pid, 0)
        if status:
            raise RuntimeError(f"A writer ended with {status}.")
    return found


def killed(address: str, kills: int, writes: int, seed: int) -> list[str]:
    """Kill writers at random moments; return what was acknowledged."""
    chance = random.Random(seed)  # noqa: S311
    found: list[str] = []
    done = 0
    while done < kills:
        name = f"run-{done}-{len(found)}"
        pid, reading = child(lambda tell, name=name: notes(address, name, 2 * writes, tell))  # type: ignore[misc]
        start = os.read(reading, 1).decode()
        time.sleep(chance.uniform(0, 2 * max(writes - len(found), 0) / (kills - done) / 250))
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        told = words(reading)
        found += [start + told[0], *told[1:]] if told else []
        done += os.WIFSIGNALED(status)
    rest = max(writes - len(found), 1)
    return found + at_once([lambda tell: notes(address, "last", rest, tell)])


def main(work: str, address: str, *rest: str) -> None:
    """Do the work and print what the writers told."""
    numbers = [int(number) for number in rest]
    if work == "together":
        writers, each = numbers
        found = at_once(
            [
                lambda tell, name=f"writer-{number}": notes(address, name, each, tell)  # type: ignore[misc]
                for number in range(writers)
            ]
        )
    elif work in RACES:
        found = at_once(
            [
                lambda tell, name=f"writer-{number}": race(RACES[work], address, name, tell)  # type: ignore[misc]
                for number in range(numbers[0])
            ]
        )
    else:
        found = killed(address, *numbers)
    print("\n".join(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
