"""Risk on a map of the world."""

from collections.abc import Mapping, Sequence

from dash_intel.query.filters import Unit
from dash_intel.query.risk import THIN
from dash_intel.query.risk_map import CountryRisk
from dash_intel.view.chart import Caption, MapChart, Shape
from dash_intel.view.chosen_cell import area_name, cell_key, lowered
from dash_intel.view.risk import step
from dash_intel.view.risk_words import QUALITY, STEPS, TRUTH, level_words, percent
from dash_intel.view.table import TableView
from dash_intel.view.words import count, listed
from dash_intel.vocab.areas import Area
from dash_intel.vocab.categories import category_label
from dash_intel.vocab.countries import countries

WITHOUT_SHAPE = frozenset({"IOT", "SMR", "UMI", "VAT", "WLF", "XKX"})
"""Countries that the map's geometry has no shape for."""
BORDERS = "Borders are those of the United Nations' map and imply no judgement."
HIGH = 30
"""Percent from which a share is called high: the two highest steps."""
MOST_NAMED = 3
"""Countries of the same share that a headline names; of more, none stands out."""


def risk_map_chart(
    found: Sequence[CountryRisk], category: str | None, unit: Unit, reach: str
) -> MapChart:
    """Return the map of ``query.risk_map.risk_map``; ``reach`` what they are of."""
    noun = unit.removesuffix("s")
    whole = _whole(found)
    held = sorted((one for one in found if one.code is not None), key=_rank)
    by_code = {one.code: one for one in held}
    drawn = [code for code in countries() if code not in WITHOUT_SHAPE]
    title = _title(held, category, unit)
    return MapChart(
        Caption(
            title=title,
            measure=_measure(whole, category, unit),
            hint="Select a country for its sentences.",
            foot=f"n = {count(whole.reports if whole else 0, noun)} that state such a risk, of"
            f" {count(len(held), 'country', 'countries')}, {reach}. {TRUTH}",
            method=(
                "A country's colour is the share of its reports that speak of a level 4 or 5"
                " consequence: (h + k g) / (n + k), drawn towards the share g of all as if that"
                f" were k = 2 to 20 more reports. {QUALITY}"
            ),
            alt=f"Map of the world in five steps. {title}. {_highest(held, noun)}",
        ),
        _table(held, category, unit),
        tuple(_shape(code, by_code, category, noun) for code in drawn),
        f"only outlined: fewer than {THIN} {unit} · grey: no such risk stated",
        STEPS,
        tuple(
            f"{_name(one)}: {percent(one.share)}% ({_of(one, unit)})"
            for one in held
            if one.code not in set(drawn)
        ),
    )


def headline(found: Sequence[CountryRisk], category: str | None, unit: Unit) -> str | None:
    """Return which country stands out, None where the figures carry no such word.

    Of three reports or more it has the highest share, as written in whole percent, and its interval
    lies above the share of all. Two or three that share this are all named, more are not.
    """
    whole = _whole(found)
    sure = sorted((one for one in found if one.code and one.reports >= THIN), key=_rank)
    best = [one for one in sure if percent(one.share) == percent(sure[0].share)]
    if not best or whole is None or len(best) > MOST_NAMED:
        return None
    if min(one.low for one in best) <= whole.share:
        return None
    subject, level = _subject(category), "a level 4 or 5 consequence"
    if len(best) == 1:
        said = f"{_of(best[0], unit)} speak of {level}"
        return f"{subject}{_name(best[0])} stands out, {said}"
    if len({(one.high, one.reports) for one in best}) == 1:
        names = listed(tuple(map(_name, best)))
        return f"{subject}{names} stand out, with {level} in {_of(best[0], unit)} each"
    names = listed(tuple(f"{_name(one)} ({_of(one, unit)})" for one in best))
    return f"{subject}{names} stand out with {level}"


def _rank(one: CountryRisk) -> tuple[bool, int, str]:
    """Order countries from the highest share as it is written, those of few reports last."""
    return one.reports < THIN, -percent(one.share), _name(one)


def _whole(found: Sequence[CountryRisk]) -> CountryRisk | None:
    return next((one for one in found if one.code is None), None)


def _title(held: Sequence[CountryRisk], category: str | None, unit: Unit) -> str:
    sure = [one for one in held if one.reports >= THIN]
    over = [one for one in sure if percent(one.share) >= HIGH]
    if not over:
        return f"{category_label(category)} by country" if category else "Risk by country"
    few = f"{len(over)} of {count(len(sure), 'country', 'countries')} with {THIN} or more {unit}"
    return f"{_subject(category)}{few} {'is' if len(over) == 1 else 'are'} at {HIGH}% or higher"


def _subject(category: str | None) -> str:
    return f"{category_label(category)}: " if category else ""


def _measure(whole: CountryRisk | None, category: str | None, unit: Unit) -> str:
    of_all = f" ({percent(whole.share)}%)" if whole else ""
    what = f"a risk of {lowered(category_label(category))}" if category else "a risk"
    return (
        f"Share of {unit} that speak of a level 4 or 5 consequence, of those that state {what} of"
        f" the country, drawn towards the share of all{of_all}."
    )


def _shape(
    code: str, by_code: Mapping[str | None, CountryRisk], category: str | None, noun: str
) -> Shape:
    area = Area("country", code)
    key, found = cell_key(area, category), by_code.get(code)
    if found is None:
        return Shape(key, code, None, (area_name(area), f"No {noun} states such a risk"))
    lines = (
        f"{found.high:,} of {count(found.reports, noun)} with a level 4 or 5 consequence",
        f"{percent(found.share)}% drawn towards the share of all, 80% interval {_interval(found)}",
        f"Highest sentence: {level_words(found.peak)}",
        *((f"{count(found.unstated, noun)} without an impact",) if found.unstated else ()),
    )
    is_thin = found.reports < THIN
    return Shape(key, code, step(found.share), (area_name(area), *lines), is_thin)


def _table(held: Sequence[CountryRisk], category: str | None, unit: Unit) -> TableView:
    columns = {
        "Country": 240,
        "Share": 70,
        "80% interval": 110,
        unit.capitalize(): 90,
        "Level 4–5": 90,
        "Without an impact": 140,
        "Highest sentence": 160,
    }
    return TableView(
        f"{count(len(held), 'country', 'countries')} with a risk, highest share first,"
        f" those of fewer than {THIN} {unit} last",
        tuple(columns),
        tuple(
            (
                _name(one),
                f"{percent(one.share)}%",
                _interval(one),
                one.reports,
                one.high,
                one.unstated,
                level_words(one.peak),
            )
            for one in held
        ),
        tuple(columns.values()),
        tuple(cell_key(Area("country", one.code or ""), category) for one in held),
    )


def _highest(held: Sequence[CountryRisk], noun: str) -> str:
    first = [one for one in held if one.reports >= THIN][:3]
    said = ", ".join(f"{_name(one)} {percent(one.share)}%" for one in first)
    return f"Highest of {THIN} {noun}s or more: {said}." if said else "All rest on few reports."


def _of(one: CountryRisk, unit: Unit) -> str:
    return f"{one.high:,} of {one.reports:,} {unit}"


def _interval(one: CountryRisk) -> str:
    return f"{percent(one.low)}–{percent(one.top)}%"


def _name(one: CountryRisk) -> str:
    return area_name(Area("country", one.code or ""))
