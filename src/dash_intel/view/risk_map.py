"""Risk on a map of the world."""

from collections.abc import Mapping, Sequence
from datetime import date

from dash_intel.query.filters import Unit
from dash_intel.query.risk import THIN
from dash_intel.query.risk_map import CountryRisk
from dash_intel.view.chart import Caption, MapChart, Shape
from dash_intel.view.periods import percent
from dash_intel.view.risk_cell import area_name, category_name, cell_key
from dash_intel.view.risk_levels import BOUNDS, NO_TRUTH, QUALITY, STEPS, risk_class
from dash_intel.view.table import TableView
from dash_intel.view.words import count, day
from dash_intel.vocab.areas import Area
from dash_intel.vocab.countries import countries
from dash_intel.vocab.impact import impact_label

WITHOUT_SHAPE = frozenset({"IOT", "SMR", "UMI", "VAT", "WLF", "XKX"})
"""Countries that the map's geometry has no shape for."""
BORDERS = "Borders are those of the United Nations' map and imply no judgement."
KEY = "Only outlined: fewer than 3 reports. Grey: no reports."
MEASURE = "Share of reports with impact 4 or 5, by country"


def risk_map_chart(
    found: Sequence[CountryRisk], category: str | None, unit: Unit, last_on: date | None
) -> MapChart:
    """Return the map of ``query.risk_map.risk_map``; ``last_on`` is how far the data reach."""
    noun = unit.removesuffix("s")
    whole = next((one for one in found if one.code is None), None)
    held = sorted(
        (one for one in found if one.code is not None), key=lambda one: (-one.share, one.code or "")
    )
    by_code = {one.code: one for one in held}
    drawn = [code for code in countries() if code not in WITHOUT_SHAPE]
    shapes = tuple(_shape(code, by_code, category, noun) for code in drawn)
    title = _title(held, category, unit)
    return MapChart(
        Caption(
            title=title,
            measure=_measure(whole, category, unit),
            foot=f"n = {count(whole.reports if whole else 0, noun)} that state such a risk,"
            f" {count(len(held), 'country', 'countries')}. Data to {day(last_on)}. {NO_TRUTH}",
            method=(
                f"A country's share is (h + k × g) ÷ (n + k): h of its n {unit} reach impact 4 or"
                f" 5, g is the share of all, and k, from 2 to 20, is how many {unit} g is worth."
                f" {QUALITY}"
            ),
            alt=f"Map of the world in five classes. {title}. {_highest(held, noun)}",
        ),
        _table(held, category, unit),
        shapes,
        KEY,
        STEPS,
        tuple(
            f"{_name(one)}: {percent(one.share)} ({_of(one, unit)})"
            for one in held
            if one.code not in set(drawn)
        ),
    )


def headline(found: Sequence[CountryRisk], category: str | None, unit: Unit) -> str | None:
    """Return which country stands out, None where the figures carry no such word.

    Its interval lies above the share of all; of several such, the one whose lower end is highest.
    """
    whole = next((one for one in found if one.code is None), None)
    sure = [one for one in found if one.code and one.reports >= THIN]
    best = max(sure, key=lambda one: (one.low, one.code or ""), default=None)
    if best is None or whole is None or best.low <= whole.share:
        return None
    subject = f"{category_name(category)}: " if category else ""
    return f"{subject}{_name(best)} stands out, {_of(best, unit)} reach impact 4 or 5"


def _title(held: Sequence[CountryRisk], category: str | None, unit: Unit) -> str:
    sure = [one for one in held if one.reports >= THIN]
    over = [one for one in sure if one.share >= BOUNDS[2]]
    subject = f"{category_name(category)}: " if category else ""
    if not over:
        return f"{subject}{MEASURE[0].lower() if subject else MEASURE[0]}{MEASURE[1:]}"
    are = "reaches" if len(over) == 1 else "reach"
    few = f"{len(over)} of {count(len(sure), 'country', 'countries')} with {THIN} or more {unit}"
    return f"{subject}{few} {are} a share of {percent(BOUNDS[2])}"


def _measure(whole: CountryRisk | None, category: str | None, unit: Unit) -> str:
    of_all = f" ({percent(whole.share)})" if whole else ""
    what = "risks" if category is None else f"risks of {category_name(category).lower()}"
    return (
        f"Share of the {unit} stating {what} of a country that reach impact 4 or 5, drawn towards"
        f" the share of all{of_all} where they are few. Select a country for its sentences."
    )


def _shape(
    code: str, by_code: Mapping[str | None, CountryRisk], category: str | None, noun: str
) -> Shape:
    area = Area("country", code)
    key, found = cell_key(area, category), by_code.get(code)
    if found is None:
        return Shape(key, code, None, (area_name(area), f"No {noun}s"))
    return Shape(
        key,
        code,
        risk_class(found.share),
        (
            area_name(area),
            f"{percent(found.share)}, from {count(found.reports, noun)}",
            f"{found.high} of them reach impact 4 or 5",
            f"80% interval {percent(found.low)} to {percent(found.top)}",
            f"Highest sentence: {_peak(found)}",
        ),
        found.reports < THIN,
    )


def _table(held: Sequence[CountryRisk], category: str | None, unit: Unit) -> TableView:
    return TableView(
        f"{count(len(held), 'country', 'countries')} with a risk, highest share first",
        ("Country", "Share, %", unit.capitalize(), "Impact 4 or 5", "80% interval", "Highest"),
        tuple(
            (
                _name(one),
                round(100 * one.share),
                one.reports,
                one.high,
                f"{percent(one.low)} to {percent(one.top)}",
                _peak(one),
            )
            for one in held
        ),
        (240, 100, 100, 130, 150, 180),
        tuple(cell_key(_area(one), category) for one in held),
    )


def _highest(held: Sequence[CountryRisk], noun: str) -> str:
    first = [one for one in held if one.reports >= THIN][:3]
    said = ", ".join(f"{_name(one)} {percent(one.share)}" for one in first)
    return f"Highest, of {THIN} {noun}s or more: {said}." if said else "No country has enough."


def _of(one: CountryRisk, unit: Unit) -> str:
    return f"{one.high:,} of {one.reports:,} {unit}"


def _peak(one: CountryRisk) -> str:
    return f"{one.peak} {impact_label(one.peak)}" if one.peak else "not stated"


def _area(one: CountryRisk) -> Area:
    return Area("country", one.code or "")


def _name(one: CountryRisk) -> str:
    return area_name(_area(one))
