"""Which report is about what: events, their echoes, revisions and look-alikes.

Reports are planned in blocks of ``BLOCK`` numbers, each from the seed and its own number alone; so
a report does not depend on how many there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate
from typing import Literal

from dash_intel.synth.chance import Chance
from dash_intel.synth.words import Place, Subject, places, publishers, subjects

PROFILES = ("V0", "V0.5", "V1a", "V1b", "V2", "V2b", "V3", "brief with numbers", "brief")
"""The profiles that reports are written in."""

BLOCK = 50
FIRST_DAY = date(2025, 2, 11)
DAYS = 1_400
_PROFILE_SHARES = tuple(accumulate((15, 4, 6, 17, 18, 4, 24, 6, 6)))
_SIZES = (1, 2, 3, 4, 5, 6)
_SIZE_SHARES = tuple(accumulate((62, 14, 10, 7, 4, 3)))

Kind = Literal["report", "revision", "alike"]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened where and when."""

    subject: Subject
    place: Place
    other: Place
    day: date


@dataclass(frozen=True, slots=True)
class Slot:
    """What one report is to be.

    A ``revision`` has the head of report number ``of`` and nearly its body, an ``alike`` one
    nearly its body under another head.
    """

    number: int
    profile: str
    is_spaced: bool
    event: Event
    publisher: str
    kind: Kind = "report"
    of: int | None = None

    @property
    def is_brief(self) -> bool:
        """Whether this is a brief and no report."""
        return self.profile.startswith("brief")


def slots(count: int, seed: int) -> Iterator[Slot]:
    """Yield the slots of the first ``count`` reports."""
    for number in range(count):
        yield slot(number, seed)


def slot(number: int, seed: int) -> Slot:
    """Return the slot of one report."""
    return _block(number // BLOCK, seed)[number % BLOCK]


@lru_cache(maxsize=4)
def _block(block: int, seed: int) -> tuple[Slot, ...]:
    chance = Chance(f"plan {seed} {block}")
    found: list[Slot] = []
    while len(found) < BLOCK:
        size = min(chance.weighted(_SIZES, _SIZE_SHARES), BLOCK - len(found))
        _tell(chance, found, _event(chance), block * BLOCK + len(found), size)
    return tuple(found)


def _tell(chance: Chance, found: list[Slot], event: Event, first: int, size: int) -> None:
    """Add the reports of one event; no two reports that are told anew share a publisher."""
    left = list(publishers())
    for number in range(first, first + size):
        profile = chance.weighted(PROFILES, _PROFILE_SHARES)
        publisher = chance.skewed(left)
        left.remove(publisher)
        before = found[-1] if number > first else None
        if before is None or before.is_brief or not chance.happens(0.35):
            is_spaced = chance.happens(0.25)
            found.append(Slot(number, profile, is_spaced, event, publisher))
            continue
        is_revision = chance.happens(0.5)
        found.append(
            Slot(
                number,
                before.profile,
                before.is_spaced,
                event,
                before.publisher if is_revision else publisher,
                "revision" if is_revision else "alike",
                before.number,
            )
        )


def _event(chance: Chance) -> Event:
    place = chance.skewed(places())
    other = chance.skewed([one for one in places() if one != place])
    return Event(chance.skewed(subjects()), place, other, _day(chance))


def _day(chance: Chance) -> date:
    """Return a day; fewer reports appear at weekends."""
    while True:
        day = FIRST_DAY + timedelta(days=chance.number(0, DAYS - 1))
        if day.weekday() < 5 or chance.happens(0.4):
            return day
