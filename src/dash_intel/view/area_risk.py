"""An area's risk by category, now against before, in the statistic of the matrix."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash_intel.view.chart import Arrow, Bar, BarChart, Caption
from dash_intel.view.table import TableView
from dash_intel.view.words import count
from dash_intel.vocab.categories import category_label

FEWEST = 3

CHANGES: dict[Arrow, str] = {
    "deteriorated": "Deteriorated",
    "improved": "Improved",
    "unchanged": "Unchanged",
    "insufficient": "Too few reports to compare",
}

METHOD = (
    "A category’s share is that of the reports on the area that state a risk of it and reach a"
    " consequence of level 4 or 5 with it, drawn towards the share of all regions where reports are"
    " few; the pale bar is its 80 % interval. Levels are read from words: on unseen sentences they"
    " agreed with people only fairly (weighted kappa 0.33), so look at the sentences."
)


@dataclass(frozen=True, slots=True)
class CategoryRisk:
    """A category of an area: ``high`` of ``reports`` reach level 4 or 5.

    ``share`` is shrunken, ``low`` and ``top`` are its 80 % interval; None where there is none.
    """

    key: str
    reports: int
    high: int
    share: float | None
    low: float | None
    top: float | None
    share_before: float | None
    reports_before: int
    arrow: Arrow


def risk_bars(found: Sequence[CategoryRisk], name: str, unit: str, foot: str) -> BarChart | None:
    """Return the categories with a report, the highest share first; None where there are none."""
    rows = sorted(
        (one for one in found if one.reports),
        key=lambda one: (-(one.share or 0), -one.reports, category_label(one.key)),
    )
    if not rows:
        return None
    return BarChart(
        caption=Caption(
            title=finding(rows, name),
            measure=(
                f"Share of {unit} that state a risk of the category and reach level 4 or 5,"
                " shrunken, with its 80 % interval. ○ before, ● now, ▲ deteriorated, ▼ improved;"
                " at the end of each line: how many of how many."
            ),
            foot=f"{foot} Scores describe what reports say, not ground truth.",
            method=METHOD,
            alt=_alt(rows, name),
        ),
        table=_table(rows, name),
        bars=tuple(_bar(one, unit) for one in rows),
        unit="share",
    )


def finding(rows: Sequence[CategoryRisk], name: str) -> str:
    """Return what changed, else the measure."""
    worse = [category_label(one.key) for one in rows if one.arrow == "deteriorated"]
    better = [category_label(one.key) for one in rows if one.arrow == "improved"]
    if len(worse) == 1 and not better:
        return f"{worse[0]} deteriorated in {name}"
    if len(better) == 1 and not worse:
        return f"{better[0]} improved in {name}"
    if worse or better:
        said = [f"{len(worse)} deteriorated"] if worse else []
        said += [f"{len(better)} improved"] if better else []
        return (
            f"{name}: of {count(len(rows), 'risk category', 'risk categories')} {', '.join(said)}"
        )
    return f"Risk by category, {name}"


def _bar(one: CategoryRisk, unit: str) -> Bar:
    return Bar(
        key=one.key,
        name=category_label(one.key),
        now=one.share,
        hover=_hover(one, unit),
        before=one.share_before if one.reports_before else None,
        low=one.low,
        high=one.top,
        arrow=one.arrow,
        note=f"{one.high:,} of {one.reports:,}",
        is_thin=one.reports < FEWEST,
    )


def _hover(one: CategoryRisk, unit: str) -> tuple[str, ...]:
    singular = unit.removesuffix("s")
    lines = [
        category_label(one.key),
        f"{one.high:,} of {count(one.reports, singular)} reach level 4 or 5",
    ]
    if one.share is not None and one.low is not None and one.top is not None:
        lines.append(f"Shrunken {one.share:.0%}, 80 % interval {one.low:.0%}–{one.top:.0%}")
    if one.reports_before and one.share_before is not None:
        lines.append(f"Before: {one.share_before:.0%} of {count(one.reports_before, singular)}")
    if one.reports < FEWEST:
        lines.append("Fewer than three: thin")
    return (*lines, CHANGES[one.arrow])


def _table(rows: Sequence[CategoryRisk], name: str) -> TableView:
    return TableView(
        alt=f"Risk by category, {name}: one row a category, as in the figure.",
        columns=("Category", "At level 4–5", "Of", "Share", "80 % from", "to", "Before", "Change"),
        rows=tuple(
            (
                category_label(one.key),
                one.high,
                one.reports,
                _percent(one.share),
                _percent(one.low),
                _percent(one.top),
                _percent(one.share_before) if one.reports_before else None,
                CHANGES[one.arrow],
            )
            for one in rows
        ),
        widths=(220, 90, 60, 70, 80, 60, 70, 180),
        keys=tuple(one.key for one in rows),
    )


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{share:.0%}"


def _alt(rows: Sequence[CategoryRisk], name: str) -> str:
    said = "; ".join(
        f"{category_label(one.key)} {one.share or 0:.0%}, {CHANGES[one.arrow].lower()}"
        for one in rows
    )
    return f"Risk by category in {name}, share at level 4 or 5: {said}."
