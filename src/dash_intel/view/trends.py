"""Tags over time: which rose and which faded, as lines and as a table."""

from collections.abc import Sequence

from dash_intel.query.trends import Look
from dash_intel.view.periods import NOUNS, before_name, change, percents, period_name
from dash_intel.view.table import TableView
from dash_intel.view.tag_ranking import Ranking, TagRow
from dash_intel.view.words import count, listed

ROSE = ("surging", "rising")
MOST_NAMED = 2
"""Tags that a headline names of each kind."""

NO_FINDING = "Tag trends"
NOTHING_MOVED = "No tag rose or faded more than by chance"
THIN = 10
"""Reports of a period below which one report moves a share a lot."""

COLUMNS = ("Tag", "Trend", "Now", "Now %", "Before", "Before %", "z", "Change", "Not supported")
WIDTHS = (138, 66, 60, 58, 66, 68, 52, 140, 110)


def headline(view: Ranking | None) -> str:
    """Return the strongest finding, that there is none, or the page's name without a ranking."""
    if view is None or not view.is_ranked:
        return NO_FINDING
    rose = _named([row for row in view.rows if row.trend in ROSE])
    new = _named([row for row in view.rows if row.trend == "new"])
    faded = _named([row for row in reversed(view.rows) if row.trend == "fading"])
    clauses = [
        f"{names} {verb}"
        for names, verb in ((rose, "rose"), (new, "appeared"), (faded, "faded"))
        if names
    ]
    said = ", ".join(clauses)
    return capital(said) if said else NOTHING_MOVED


def notices(view: Ranking) -> tuple[str, ...]:
    """Return what a reader must know before reading the lines, a sentence each."""
    line, noun = view.line, NOUNS[view.line.scale]
    found = []
    if line.now is None:
        found.append(f"No {noun} with reports is complete yet: nothing is ranked.")
    elif not view.of_now:
        name = period_name(line.now, line.scale)
        found.append(f"No report in {name}, the last complete {noun}: nothing is ranked.")
    elif not line.before:
        found.append(f"No earlier {noun} holds reports: there is nothing to compare with.")
    if line.now and not line.is_inside:
        name = capital(period_name(line.now, line.scale))
        found.append(
            f"{name} is the last complete {noun}; it begins before the days that are looked at."
        )
    fewest = min((line.units(one) for one in line.history if line.units(one)), default=THIN)
    if fewest < THIN:
        found.append(
            f"Some {noun}s hold fewer than {THIN} {view.noun}s: one {view.noun} moves a share a"
            " lot, so read the counts."
        )
    return tuple(found)


def scope(view: Ranking, look: Look, hidden: Sequence[str]) -> str:
    """Return the line over the table: what is compared with what, and what is left out."""
    line = view.line
    said = []
    if line.now and view.is_ranked:
        now = f"{period_name(line.now, line.scale)} ({count(view.of_now, view.noun)})"
        said.append(
            f"Now: {now}. Before: {before_name(line)} ({count(view.of_before, view.noun)})."
            if line.before
            else f"Now: {now}."
        )
    said.append("Highest z first: rising at the top, fading at the bottom.")
    if look.is_strict:
        said.append("Strict: only what stands out among all tags is named.")
    if hidden:
        said.append(
            "Left out as stamps, on more than 60% of all reports, as they were read:"
            f" {listed(tuple(hidden))}."
        )
    return " ".join(said)


def table(view: Ranking) -> TableView:
    """Return all tags as a table; a row leads to the reports of the current period."""
    return TableView(
        f"{count(len(view.rows), 'tag')}, the highest z first",
        COLUMNS,
        tuple(_row(view, row) for row in view.rows),
        _widths(view),
        tuple(view.usual(row.name).key for row in view.rows),
    )


def signed(value: float) -> str:
    """Return a number with two decimals and a true minus."""
    return f"{value:.2f}".replace("-", "−")


def capital(words: str) -> str:
    """Return words with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def _widths(view: Ranking) -> tuple[int, ...]:
    """Return the widths of the columns, in pixels: what is counted is not cut off."""
    now, before = (12 + 8 * len(f"{one:,} of {one:,}") for one in (view.of_now, view.of_before))
    tag, trend, _, share_now, _, *rest = WIDTHS
    return (tag, trend, max(now, WIDTHS[2]), share_now, max(before, WIDTHS[4]), *rest)


def _row(view: Ranking, row: TagRow) -> tuple[str | int | float | None, ...]:
    return (
        row.name,
        row.trend,
        f"{row.now:,} of {view.of_now:,}",
        None if row.share_now is None else round(100 * row.share_now),
        f"{row.before:,} of {view.of_before:,}",
        None if row.share_before is None else round(100 * row.share_before),
        round(row.z, 2),
        change(row.now, row.share_now, row.share_before),
        row.unsupported,
    )


def sentence(view: Ranking, row: TagRow) -> str:
    """Return what is known of one tag, as a sentence."""
    line = view.line
    if line.now is None or not view.is_ranked:
        return f"On {count(row.units, view.noun)} of all {NOUNS[line.scale]}s that are drawn."
    share, share_before = percents(row.share_now, row.share_before)
    now = (
        f"On {row.now:,} of {count(view.of_now, view.noun)} of"
        f" {period_name(line.now, line.scale)} ({share})"
    )
    if not line.before:
        return f"{now}; there is nothing to compare with."
    unsupported = f" The text does not speak of it on {row.unsupported:,}." * bool(row.unsupported)
    return (
        f"{now}, on {row.before:,} of {view.of_before:,} in {before_name(line)}"
        f" ({share_before}): {row.trend}, z {signed(row.z)}.{unsupported}"
    )


def _named(rows: Sequence[TagRow]) -> str:
    return listed(tuple(row.name for row in rows[:MOST_NAMED]))
