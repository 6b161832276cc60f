"""How far each tag's share moved, measured against what chance moves.

The rank is z of the log-odds of a report carrying the tag, now against before, with an informative
Dirichlet prior (Monroe, Colaresi and Quinn 2008): as if ``PRIOR`` more reports had carried the tag
as often as all of these do. It is finite for every tag, and small where reports are few.
"""

import math
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # most commands need no tables, and pandas takes long to import
    import pandas as pd

    from dash_intel.query.trends import Trends

Trend = Literal["surging", "rising", "new", "fading", "steady", "no baseline"]

PRIOR = 20
"""Reports that the prior weighs."""

FEWEST = 3
"""Reports without which nothing surges, rises, fades or is new."""

SURGING, RISING, NEW = 2.58, 1.96, 1.64

FALSE_SHARE = 0.1
"""Of the tags that strict mode names, the share that chance alone names on average."""


def ranked(trends: "Trends", hidden: frozenset[str], *, is_strict: bool = False) -> "pd.DataFrame":
    """Return the tags without those that are ``hidden``, the highest z first.

    Those that are in no period that is compared are left out, unless nothing is. Columns: those of
    ``Trends.windows``, ``share_now``, ``share_before`` (0 to 1, empty where there is no report),
    ``z``, ``p`` (two-sided), ``trend``. With ``is_strict`` a tag is steady where its z does not
    stand out among all of these (Benjamini and Hochberg, 10 %).
    """
    rows = trends.windows[~trends.windows["name"].isin(hidden)]
    of_now, of_before = trends.of_now, trends.of_before
    if of_now + of_before:
        rows = rows[rows["now"] + rows["before"] > 0]
    z = [
        score(now, of_now, before, of_before)
        for now, before in zip(rows["now"].tolist(), rows["before"].tolist(), strict=True)
    ]
    p = [math.erfc(abs(one) / math.sqrt(2)) for one in z]
    passing = standing_out(p) if is_strict else [True] * len(p)
    found = zip(rows["now"].tolist(), rows["before"].tolist(), z, passing, strict=True)
    return rows.assign(
        share_now=rows["now"] / (of_now or math.nan),
        share_before=rows["before"] / (of_before or math.nan),
        z=z,
        p=p,
        trend=[
            trend(now, before, one, has_baseline=of_before > 0)
            if is_passing or not of_before
            else "steady"
            for now, before, one, is_passing in found
        ],
    ).sort_values(["z", "now", "name"], ascending=[False, False, True], ignore_index=True)


def score(now: int, of_now: int, before: int, of_before: int) -> float:
    """Return z of a tag on ``now`` of ``of_now`` reports, and on ``before`` of ``of_before``."""
    with_tag = PRIOR * (now + before + 0.5) / (of_now + of_before + 1)
    without = PRIOR - with_tag
    cells = (
        now + with_tag,
        of_now - now + without,
        before + with_tag,
        of_before - before + without,
    )
    change = math.log(cells[0] / cells[1]) - math.log(cells[2] / cells[3])
    return change / math.sqrt(sum(1 / cell for cell in cells))


def trend(now: int, before: int, z: float, *, has_baseline: bool) -> Trend:
    """Return what a change is called."""
    if not has_baseline:
        return "no baseline"
    if now >= FEWEST:
        if before == 0 and z >= NEW:
            return "new"
        if z >= RISING:
            return "surging" if z >= SURGING else "rising"
    return "fading" if before >= FEWEST and z <= -RISING else "steady"


def standing_out(p: list[float]) -> list[bool]:
    """Tell which of these p are low enough that of them one in ten is low by chance."""
    order = sorted(range(len(p)), key=p.__getitem__)
    last = max(
        (at for at, one in enumerate(order, 1) if p[one] <= FALSE_SHARE * at / len(p)), default=0
    )
    low = frozenset(order[:last])
    return [one in low for one in range(len(p))]
