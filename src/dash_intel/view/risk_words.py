"""The words of the risk matrix: what it finds, what its marks mean, how it comes about."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from dash_intel.query.periods import Span
from dash_intel.query.risk import Change, RiskCell
from dash_intel.view import cells
from dash_intel.view.chosen_cell import area_name, lowered
from dash_intel.view.scope import when
from dash_intel.view.words import count, day
from dash_intel.vocab.areas import Area
from dash_intel.vocab.categories import category_label
from dash_intel.vocab.impact import LEVELS, impact_label

TITLE = "Risk by region and category"
STEPS = ("under 5%", "5–15%", "15–30%", "30–50%", "over 50%")
TRUTH = "Scores describe what reports say, not ground truth."
QUALITY = (
    "Impact is read from words by rules, and on sentences the rules had not seen agrees only"
    " fairly with a reader (weighted kappa 0.33): read the sentences before trusting a level."
)
RECENT_MEASURE = " Recent reports weigh more."
RECENT_METHOD = (
    " Here a report weighs half as much every 45 days before the end of its period, one without a"
    " date nothing: n and h are sums of weights, while the numbers in cells count each alike."
)
METHOD = (
    "A cell is the share of reports whose risks of the category and region reach impact 4 or 5, "
    "of those that state such a risk: (h + k g) / (n + k), drawn towards the share g of all "
    "regions as if that were k = 2 to 20 more reports, with the middle 80% of a beta "
    "distribution as interval. Deteriorated or improved is a change against the equal period "
    "before by more than half of both intervals. Impact is read from words by rules, and on "
    "sentences the rules had not seen agrees only fairly with a reader (weighted kappa 0.33): "
    "compare cells, and read the sentences, before trusting a level."
)

SHORT: Mapping[str, str] = MappingProxyType(
    {
        "geographic_diplomatic": "Diplomacy",
        "conflict_instability": "Conflict",
        "societal_governance": "Society",
        "health": "Health",
        "natural_environmental": "Nature",
        "accidents_infrastructure": "Accidents",
        "economic_financial": "Economy",
        "organised_crime": "Crime",
        "information_influence": "Influence",
        "wmd_proliferation": "WMD",
    }
)
_CHANGES: Mapping[Change, str] = MappingProxyType(
    {
        "deteriorated": "Deteriorated",
        "improved": "Improved",
        "unchanged": "Unchanged",
    }
)

_MOST_AT_ONE_LEVEL = 0.6
_MOST_UNSTATED = 0.5
_ARTICLE = frozenset(
    {
        "andean",
        "arctic",
        "baltics",
        "black_sea",
        "caribbean",
        "eu_27",
        "eastern_neighbourhood",
        "five_eyes",
        "great_lakes_africa",
        "gulf_gcc",
        "gulf_of_guinea",
        "horn_of_africa",
        "indo_pacific",
        "lake_chad_basin",
        "levant",
        "maghreb",
        "nordics",
        "northern_triangle",
        "pacific_islands",
        "post_soviet_cis_area",
        "red_sea_littoral",
        "sahel",
        "sahel_uniss_10",
        "south_caucasus",
        "western_balkans",
        "029",
    }
)
_ARTICLE_ENDS = ("Republic", "Islands", "Emirates", "Kingdom", "States", "Territory", "Congo")
_ARTICLE_NAMES = frozenset(
    {"Bahamas", "Comoros", "Gambia", "Maldives", "Philippines", "Seychelles"}
)


def key_words(noun: str) -> str:
    """Return what the marks of a matrix mean; ``noun`` is what is counted."""
    return (
        f"hatched: fewer than 3 {noun}s · –: no such risk stated · ▲▼ deteriorated, improved · "
        "●: highest single sentence"
    )


def reach(days: Span | None, totals: pd.DataFrame) -> str:
    """Return which days are looked at, and how far the data reach."""
    last = cells.day(next(cells.records(totals))["last_on"])
    return f"{when(days)}. Data to {day(last)}"


def column_name(category: str) -> str:
    """Return a category's name at the head of a column."""
    return SHORT.get(category) or category_label(category)


def in_a_sentence(area: Area) -> str:
    """Return an area's name as it stands inside a sentence, such as ``the Sahel``."""
    name = area_name(area).strip()
    takes_article = (
        name.endswith(_ARTICLE_ENDS) or name in _ARTICLE_NAMES
        if area.kind == "country"
        else area.code in _ARTICLE
    )
    return f"the {name}" if takes_article else name.replace("The ", "the ", 1)


def percent(share: float) -> int:
    """Return a share as whole percent."""
    return round(share * 100)


def level_words(level: int | None) -> str:
    """Return an impact level with its label."""
    return f"{level} {impact_label(level)}" if level else "not stated"


def change_words(change: Change, noun: str) -> str:
    """Return what became of a share since the equal period before."""
    return _CHANGES.get(change) or f"Too few {noun}s for a change"


def cell_words(cell: RiskCell, noun: str, *, is_recent: bool = False) -> tuple[str, ...]:
    """Return what a cell says, line by line, after its name; ``noun`` is what is counted.

    ``is_recent`` where recent ones weigh more in its share.
    """
    drawn = f", recent {noun}s weighing more, drawn" if is_recent else " drawn"
    speak = "speaks" if cell.high == 1 else "speak"
    interval = f"{percent(cell.low)}–{percent(cell.top)}%"
    lines = [
        f"{cell.high:,} of {count(cell.reports, noun)} {speak} of a level 4 or 5 consequence",
        f"{percent(cell.share)}%{drawn} towards the share of all, 80% interval {interval}",
        f"Highest sentence: {level_words(cell.peak)}",
        change_words(cell.change, noun),
    ]
    if cell.unstated:
        lines.append(f"{count(cell.unstated, noun)} without an impact")
    return tuple(lines)


def level_notice(levels: pd.DataFrame) -> str | None:
    """Return what to say of levels that tell little apart, None where they do.

    Where more than half of the sentences state no impact, or one level has more than 60 % of those
    that do. ``levels`` are the rows of ``query.risk.risk_levels``.
    """
    found = {
        cells.number(row["impact_level"]): cells.number(row["sentences"])
        for row in cells.records(levels)
    }
    total = sum(found.values())
    stated = total - found.get(0, 0)
    said = []
    if total and found.get(0, 0) > _MOST_UNSTATED * total:
        said.append(
            f"{found[0]:,} of {count(total, 'risk sentence')} state no impact:"
            " a low share may mean that nobody said how grave it is."
        )
    commonest = max(LEVELS, key=lambda level: found.get(level, 0))
    if stated and found.get(commonest, 0) > _MOST_AT_ONE_LEVEL * stated:
        said.append(
            f"{found[commonest]:,} of the {count(stated, 'sentence')} that state an impact are at"
            f" level {commonest}, {lowered(impact_label(commonest))}:"
            " levels tell little apart here."
        )
    return " ".join(said) or None
