"""Tags over time made by hand, for tests that need some without a build."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pandas as pd

from dash_intel.query.periods import Span
from dash_intel.query.ranking import ranked
from dash_intel.query.timeline import Scale, start_of, timeline
from dash_intel.query.trends import Trends
from dash_intel.view.tag_ranking import Noun, Ranking, ranking

MONTHS = tuple(date(2025, month, 1) for month in range(2, 10))
END = date(2025, 9, 29)


def trends(
    tags: Mapping[str, Sequence[int]],
    totals: Sequence[int],
    *,
    end: date = END,
    days: Span | None = None,
    scale: Scale = "month",
) -> Trends:
    """Return tags with their counts of the periods up to ``end``, the last one last."""
    starts = [start_of(end, scale)]
    while len(starts) < len(totals):
        starts.insert(0, start_of(starts[0] - timedelta(1), scale))
    held = {start: total for start, total in zip(starts, totals, strict=True) if total}
    line = timeline(scale, end, days, held)
    counts = pd.DataFrame(
        [
            (name, start, units)
            for name, row in tags.items()
            for start, units in zip(starts, row, strict=True)
            if units
        ],
        columns=["name", "started_on", "units"],
    )
    is_now, is_before = counts["started_on"] == line.now, counts["started_on"].isin(line.before)
    since = start_of(days.since, scale) if days else starts[0]
    windows = counts.assign(
        now=counts["units"].where(is_now, 0),
        before=counts["units"].where(is_before, 0),
        unsupported=0,
        looked_at=counts["units"].where(counts["started_on"] >= since, 0),
    )
    columns = ["now", "before", "unsupported", "units", "looked_at"]
    by_tag = windows.groupby("name", as_index=False)[columns].sum()
    of_before = sum(map(line.units, line.before))
    return Trends(line, counts, by_tag, line.units(line.now), of_before)


def ranking_of(found: Trends, noun: Noun = "report") -> Ranking:
    return ranking(found, ranked(found, frozenset()), noun)


BUSY = trends(
    {
        "drones": (4, 4, 4, 4, 4, 4, 20, 12),
        "disinformation": (2, 2, 2, 2, 2, 2, 14, 9),
        "election security": (20, 20, 20, 20, 20, 20, 1, 2),
        "sabotage": (0, 0, 0, 0, 0, 0, 8, 3),
        "counter-terrorism": (30, 30, 30, 30, 30, 30, 30, 29),
        **{f"quiet {at}": (5, 5, 5, 5, 5, 5, 5, 5) for at in range(12)},
    },
    (100,) * 8,
)
"""Eight months to 29 September: some tags rose, one appeared, one faded in August."""

CALM = trends({"drones": (4,) * 8, "ports": (5,) * 8}, (100,) * 8)
