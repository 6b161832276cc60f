"""Calibration: how often what was called likely occurred, band by band."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash_intel.query.scoring import (
    FEWEST_FOR_CURVE,
    FEWEST_IN_BAND,
    YARDSTICK,
    BandShare,
    Forecast,
    band_shares,
)
from dash_intel.view.chart import Caption
from dash_intel.view.periods import percent
from dash_intel.view.table import TableView
from dash_intel.view.words import count
from dash_intel.vocab.likelihood import yardsticks

TITLE = "How often what was stated occurred"

METHOD = (
    "Probabilities are sorted into the seven bands of ICD 203, one on a border into the band above"
    " it; words count as the middle of their band. A mark stands at the mean stated probability of"
    " its band and at the share of its scenarios that occurred. The pale bar is the 95% interval of"
    f" Wilson. Bands of fewer than {FEWEST_IN_BAND} scenarios are not drawn, and there is no chart"
    f" of fewer than {FEWEST_FOR_CURVE}. Scenarios of one report hang together: only one of them"
    " can be what occurs, so intervals are rather too narrow than too wide."
)


@dataclass(frozen=True, slots=True)
class BandMark:
    """A band of which enough is known: ``stated`` and ``observed`` share, and its interval.

    ``low`` and ``high`` are the ends of the interval, ``small`` stands beside the mark.
    """

    key: str
    stated: float
    observed: float
    low: float
    high: float
    small: str
    hover: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalibrationChart:
    """Stated against observed shares; ``borders`` are those between the bands."""

    caption: Caption
    table: TableView
    marks: tuple[BandMark, ...]
    borders: tuple[float, ...]


def calibration_chart(forecasts: Sequence[Forecast], where: str) -> CalibrationChart | None:
    """Return the chart; None of fewer forecasts than a curve needs. ``where`` ends its foot."""
    if len(forecasts) < FEWEST_FOR_CURVE:
        return None
    shares = band_shares(forecasts)
    drawn = [one for one in shares if one.n >= FEWEST_IN_BAND]
    left_out = sum(one.n for one in shares) - sum(one.n for one in drawn)
    said = f" {count(left_out, 'scenario')} of bands of fewer than five not drawn."
    finding = _finding(drawn)
    bands = yardsticks()[YARDSTICK]
    return CalibrationChart(
        Caption(
            title=finding or TITLE,
            measure=(
                "Mean stated probability of a band against the share that occurred. On the dotted"
                " line both are the same. Pale bars: 95% interval; beside a mark, how many"
                " scenarios."
            ),
            hint="Select a mark for its scenarios.",
            foot=f"n = {count(len(forecasts), 'scored scenario')}.{said * bool(left_out)} {where}",
            method=METHOD,
            alt=(
                f"Stated against observed share, {count(len(drawn), 'band')}. "
                + " ".join(f"{_sentence(one)}." for one in drawn)
            ),
        ),
        _table(shares),
        tuple(_mark(one) for one in drawn),
        tuple(band.low for band in list(bands.values())[1:]),
    )


def missing(scored: int) -> str:
    """Return why there is no curve."""
    lacking = FEWEST_FOR_CURVE - scored
    return (
        f"No calibration curve: it needs {FEWEST_FOR_CURVE} scored scenarios, {lacking} more than"
        f" there {'is' if scored == 1 else 'are'}. A curve of fewer would show chance."
    )


def band_name(term: str) -> str:
    """Return a band as it is called, with its figures."""
    band = yardsticks()[YARDSTICK][term]
    return f"{band.label} ({100 * band.low:.0f}–{100 * band.high:.0f}%)"


def _finding(shares: Sequence[BandShare]) -> str:
    """Return what surely lies outside its band, the most scenarios first; empty without such."""
    bands = yardsticks()[YARDSTICK]
    off = [
        one
        for one in shares
        if one.interval.low > bands[one.term].high or one.interval.high < bands[one.term].low
    ]
    if not off:
        return ""
    one = max(off, key=lambda each: each.n)
    way = "more" if one.observed > one.stated else "less"
    return (
        f"What was called {band_name(one.term)} occurred {way} often: {one.occurred:,} of {one.n:,}"
    )


def _mark(one: BandShare) -> BandMark:
    return BandMark(
        one.term,
        one.stated,
        one.observed,
        *one.interval,
        small=f"{one.n:,}",
        hover=(
            band_name(one.term).capitalize(),
            f"Stated: {percent(one.stated)} on average",
            f"Occurred: {one.occurred:,} of {one.n:,}, {percent(one.observed)}",
            f"95% interval {percent(one.interval.low)} to {percent(one.interval.high)}",
        ),
    )


def _sentence(one: BandShare) -> str:
    return (
        f"{band_name(one.term).capitalize()}: {one.occurred:,} of {one.n:,} occurred,"
        f" stated {percent(one.stated)} on average"
    )


def _table(shares: Sequence[BandShare]) -> TableView:
    return TableView(
        "Bands from the least to the most likely, those that are not drawn among them",
        ("Band", "Scenarios", "Occurred", "Stated, %", "Observed, %", "95% interval"),
        tuple(
            (
                band_name(one.term).capitalize(),
                one.n,
                one.occurred,
                round(100 * one.stated),
                round(100 * one.observed),
                f"{percent(one.interval.low)} to {percent(one.interval.high)}",
            )
            for one in shares
        ),
        (260, 110, 110, 110, 120, 150),
        tuple(one.term for one in shares),
    )
