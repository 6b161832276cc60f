"""The builds that are kept, going to another of them, and what was purged."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dash_intel.store import Kept, Lacking, Reread, Rollback, Tombstone
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.table import TableView
from dash_intel.view.words import count, moment

SHOWN_LACKING = 8

BUILD_WIDTHS = (70, 170, 80, 90, 386)
PURGED_WIDTHS = (270, 180, 130, 570)


@dataclass(frozen=True, slots=True)
class Step:
    """A build to go to, and what the way there is called."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class Going:
    """What to weigh before another build becomes the current one.

    ``titles`` are the first texts that it lacks, ``left_out`` counts the others.
    """

    title: str
    facts: str
    lacks: str
    titles: tuple[str, ...]
    left_out: int
    note: str
    button: str


def build_table(kept: Sequence[Kept]) -> TableView:
    """Return the builds that are kept, in their order."""
    rows = tuple(
        (
            build.number,
            moment(build.published_at),
            build.reports,
            f"{build.size / 1_000_000:,.1f} MB",
            _state(build),
        )
        for build in kept
    )
    columns = ("Build", "Published", "Texts", "Size", "State")
    return TableView("Builds that are kept, newest first", columns, rows, BUILD_WIDTHS)


def steps(kept: Sequence[Kept]) -> tuple[Step, ...]:
    """Return the builds that one can go to: those that can be read and are not current."""
    current = _current(kept)
    return tuple(
        Step(build.number, f"{_way(build, current)} build {build.number}")
        for build in kept
        if not build.is_current and not build.trouble
    )


def going(kept: Sequence[Kept], number: int, lacking: Sequence[Lacking] | None) -> Going:
    """Return what to weigh before the build of this number, one of ``kept``, becomes current."""
    current = _current(kept)
    build = next(one for one in kept if one.number == number)
    way = f"{_way(build, current)} build {number}"
    alike = Counter(opening(one.title, 9, TITLE) for one in lacking or ())
    titles = tuple(
        f"{title} · {number:,} texts" if number > 1 else title for title, number in alike.items()
    )
    return Going(
        f"{way}?",
        _facts(build, current),
        _lacks(current, lacking),
        titles[:SHOWN_LACKING],
        sum(list(alike.values())[SHOWN_LACKING:]),
        _note(build, current),
        way,
    )


def gone(done: Rollback) -> str:
    """Return that another build is current, what it lacks, and the way back."""
    said = f"Build {done.now} is current now."
    if done.before is None:
        return said
    way = "forward" if done.before > done.now else "back"
    again = f"go {way} to build {done.before} under Builds"
    if done.lacking is None:
        return f"{said} Build {done.before} could not be read: what this one lacks is not known."
    if not done.lacking:
        return f"{said} It has every text of build {done.before}; to undo this, {again}."
    many = count(len(done.lacking), "text")
    them = "it" if len(done.lacking) == 1 else "them"
    return f"{said} It lacks {many} of build {done.before}; to have {them} again, {again}."


def outdated_note(reports: int) -> str | None:
    """Return that reports were read with other words or rules, None where none was."""
    if not reports:
        return None
    were = "text was" if reports == 1 else "texts were"
    return f"{reports:,} {were} read with other words or rules than those of now."


def reread_outcome(done: Reread) -> str:
    """Return what reading all texts again brought."""
    changed = f"{len(done.changed):,} of them otherwise than before"
    return f"Build {done.number}: {count(done.reports, 'text')} read again, {changed}."


def purged_table(found: Iterable[Tombstone]) -> TableView:
    """Return what was purged, the last first."""
    rows = tuple(
        (one.report_id, moment(one.purged_at), one.purged_by, one.reason)
        for one in sorted(found, key=lambda one: one.purged_at, reverse=True)
    )
    return TableView("Purged reports", ("Report", "When", "By", "Reason"), rows, PURGED_WIDTHS)


def _current(kept: Sequence[Kept]) -> Kept | None:
    return next((build for build in kept if build.is_current), None)


def _state(build: Kept) -> str | None:
    said = [*(["Current"] if build.is_current else []), *([build.trouble] if build.trouble else [])]
    return ", ".join(said).capitalize() or None


def _way(build: Kept, current: Kept | None) -> str:
    if current is None:
        return "Use"
    return "Go back to" if build.number < current.number else "Go forward to"


def _facts(build: Kept, current: Kept | None) -> str:
    facts = (
        f"Build {build.number} of {moment(build.published_at)} holds "
        f"{count(build.reports or 0, 'text')}"
    )
    if current is None or current.reports is None:
        return f"{facts}."
    return f"{facts}; build {current.number}, the current one, holds {current.reports:,}."


def _lacks(current: Kept | None, lacking: Sequence[Lacking] | None) -> str:
    if current is None or lacking is None:
        return "The current build cannot be read: what this one lacks is not known."
    if not lacking:
        return f"It has every text of build {current.number}."
    return f"It lacks {count(len(lacking), 'text')} of build {current.number}:"


def _note(build: Kept, current: Kept | None) -> str:
    onward = f"The next load builds on build {build.number}."
    if current is None:
        return f"Nothing is removed. {onward}"
    return (
        f"Nothing is removed: build {current.number} stays through the next two loads, and until "
        f"then it can be made current again. {onward}"
    )
