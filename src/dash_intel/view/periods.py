"""What weeks, months and quarters are called, and what a change between them is called."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from dash_intel.query.timeline import Scale, Timeline, last_day, start_of
from dash_intel.view.words import count, long_day

NOUNS: Mapping[Scale, str] = MappingProxyType(
    {"week": "week", "month": "month", "quarter": "quarter"}
)


def period_name(start: date, scale: Scale) -> str:
    """Return what a period is called, such as ``August 2025``."""
    if scale == "week":
        return f"week of {long_day(start)}"
    return f"{start:%B %Y}" if scale == "month" else f"Q{(start.month + 2) // 3} {start.year}"


def short_name(start: date, scale: Scale) -> str:
    """Return what a period is called where its year is known, such as ``August``."""
    if scale == "week":
        return f"week of {start.day} {start:%b}"
    return f"{start:%B}" if scale == "month" else f"Q{(start.month + 2) // 3}"


def before_name(line: Timeline) -> str:
    """Return what the periods before the current one are called together."""
    noun, many = NOUNS[line.scale], len(line.before)
    if many == 1:
        return period_name(line.before[0], line.scale)
    if line.now and _is_unbroken(line):
        return f"the {many} {noun}s before"
    first, last = period_name(line.before[0], line.scale), period_name(line.before[-1], line.scale)
    return f"the last {many} {noun}s with reports before it, {first} to {last}"


def days_held(line: Timeline) -> str:
    """Return how much of the last period there is, such as ``29 of 30 days of September``."""
    last = line.history[-1]
    held = (line.end - last).days + 1
    whole = (last_day(last, line.scale) - last).days + 1
    return f"{held} of {whole} days of {short_name(last, line.scale)}"


def several(held: Sequence[int], noun: str) -> str:
    """Return the fewest and the most of what periods hold, such as ``2 to 9 events``."""
    low, high = min(held, default=0), max(held, default=0)
    return f"{low:,} to {count(high, noun)}" if low < high else count(high, noun)


def percent(share: float | None) -> str:
    """Return a share as a reader sees it; a small one is not called none."""
    if share is None:
        return "–"
    return "under 1%" if 0 < share < 0.005 else f"{100 * share:.0f}%"


def percents(one: float | None, other: float | None) -> tuple[str, str]:
    """Return two shares side by side, with a decimal where they would read the same."""
    said = percent(one), percent(other)
    if said[0] != said[1] or one is None or other is None or one == other:
        return said
    return f"{100 * one:.1f}%", f"{100 * other:.1f}%"


def change(now: int, share_now: float | None, share_before: float | None) -> str:
    """Return what a change of a share is called: how large it is, not whether chance makes it."""
    if share_now is None or share_before is None:
        return "nothing to compare"
    if not share_before:
        return "none before" if now else "none"
    if not now:
        return "none now"
    ratio = share_now / share_before - 1
    if ratio > 0.25:
        return "large increase"
    if ratio > 0.1:
        return "moderate increase"
    return "limited change" if ratio >= -0.25 else "large decrease"


def _is_unbroken(line: Timeline) -> bool:
    starts = [*line.before, line.now]
    return all(
        one and other and _follows(one, other, line.scale) for one, other in pairwise(starts)
    )


def _follows(one: date, other: date, scale: Scale) -> bool:
    return start_of(date.fromordinal(last_day(one, scale).toordinal() + 1), scale) == other
