"""What a purge would remove, and what it leaves."""

from dataclasses import dataclass

from dash_intel.model.report import Report
from dash_intel.store import Purge, Tombstone
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.words import count, listed, long_day

WORD = "purge"
"""What one types to confirm."""

NO_REASON = "Say why: the reason is kept in place of the text."
NO_WORD = f'Type "{WORD}" to confirm that this is for good.'

_SHOWN_SOURCES = 3


@dataclass(frozen=True, slots=True)
class Holders:
    """Builds that hold a report, and builds of another version, which go as a whole."""

    holding: tuple[int, ...]
    foreign: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What to weigh before a purge: what goes for good, what takes its place, what stays."""

    report: str
    removed: tuple[str, ...]
    kept: str
    stays: str


def question(report: Report, holders: Holders, revisions: int) -> Question:
    """Return what purging ``report``, one of so many revisions, would do."""
    size = count(len(report.text), "character")
    number = "it gets a new number" if len(holders.holding) == 1 else "they get new numbers"
    removed = [
        f"its text of {size} and all that was read from it",
        f"what {_builds(holders.holding)} and the search index hold of it; {number}",
        f"the names of its files in the history of loads: {_sources(report)}",
        "warnings of other reports that name it",
    ]
    if holders.foreign:
        verb = "was" if len(holders.foreign) == 1 else "were"
        removed.append(
            f"all of {_builds(holders.foreign)}, which {verb} written by another version"
        )
    others = revisions - 1
    return Question(
        opening(report.display_title, 9, TITLE),
        tuple(removed),
        "Its id, the hash of its text, the time, your user name and the reason are kept, so that "
        "the same text is not loaded again.",
        "The original files, exports and copies outside the database stay: delete them yourself."
        + (f" Its {count(others, 'other revision')} stay too." if others > 1 else "")
        + (" Its other revision stays too." if others == 1 else ""),
    )


def purged(done: Purge) -> str:
    """Return what a purge did."""
    said = f"{done.tombstone.report_id} is gone for good"
    if done.rewritten:
        numbers = tuple(f"{new}" for _, new in sorted(done.rewritten.items()))
        said += f" from {_builds(tuple(done.rewritten))}, now {listed(numbers)}"
    if done.removed:
        verb = "was" if len(done.removed) == 1 else "were"
        said += f"; {_builds(done.removed)} of another version {verb} removed"
    return f"{said}. Its id and the reason stand on the Data page."


def missed(tombstone: Tombstone) -> str:
    """Return why a report that was purged is not shown."""
    return (
        f"On {long_day(tombstone.purged_at)} by {tombstone.purged_by}: {tombstone.reason}. "
        "Its text is not kept."
    )


def _builds(numbers: tuple[int, ...]) -> str:
    named = listed(tuple(f"{number}" for number in sorted(numbers)))
    return f"{'build' if len(numbers) == 1 else 'builds'} {named}"


def _sources(report: Report) -> str:
    shown = report.sources[:_SHOWN_SOURCES]
    rest = len(report.sources) - len(shown)
    return listed((*shown, count(rest, "other")) if rest else shown)
