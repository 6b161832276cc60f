"""Formulas of scores, against worked examples and their own laws."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.query.scoring import (
    Forecast,
    Interval,
    band_of,
    band_shares,
    brier,
    brier_interval,
    expected_rate,
    log_interval,
    log_score,
    murphy,
    skill,
    wilson,
)
from dash_intel.vocab.likelihood import TERMS

SHARES = st.floats(0, 1)
FORECASTS = st.builds(
    lambda share, occurred, width: Forecast(
        share, occurred, max(0.0, share - width), min(1.0, share + width)
    ),
    SHARES,
    st.booleans(),
    st.floats(0, 0.2),
)


@pytest.mark.parametrize(
    ("probability", "occurred", "expected"),
    [(1, True, 0), (1, False, 1), (0.7, True, 0.09), (0.3, True, 0.49), (0.5, False, 0.25)],
)
def test_brier_score_of_rain(probability: float, occurred: bool, expected: float) -> None:
    assert brier(probability, occurred=occurred) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("probability", "occurred", "expected"),
    [
        (0.5, True, math.log(2)),
        (0.8, True, -math.log(0.8)),
        (0.8, False, -math.log(0.2)),
        (0, True, -math.log(0.01)),
        (1, False, -math.log(0.01)),
        (1, True, -math.log(0.99)),
    ],
)
def test_log_score_is_bounded_by_one_percent(
    probability: float, occurred: bool, expected: float
) -> None:
    assert log_score(probability, occurred=occurred) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_interval_of_newcombe(successes: int, n: int, low: float, high: float) -> None:
    assert wilson(successes, n) == pytest.approx((low, high), abs=5e-5)


def test_nothing_seen_is_anything() -> None:
    assert wilson(0, 0) == Interval(0, 1)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_interval_holds_the_share_and_stays_a_share(found: tuple[int, int]) -> None:
    successes, n = found
    low, high = wilson(successes, n)
    assert 0 <= low <= successes / n <= high <= 1
    assert low < high
    mirrored = wilson(n - successes, n)
    assert mirrored == pytest.approx((1 - high, 1 - low))


@given(st.lists(FORECASTS, min_size=1, max_size=60))
def test_murphys_parts_sum_to_the_brier_score(forecasts: list[Forecast]) -> None:
    found = murphy(forecasts)
    assert found is not None
    mean = sum(brier(one.probability, occurred=one.occurred) for one in forecasts) / len(forecasts)
    assert found.brier == pytest.approx(mean, abs=1e-9)
    assert found.reliability >= 0
    assert 0 <= found.resolution <= found.uncertainty + 1e-12
    assert 0 <= found.uncertainty <= 0.25


def test_murphys_parts_of_two_bands_by_hand() -> None:
    """Four of 20 % of which one occurred, and four of 80 % of which three did."""
    low = [Forecast(0.2, one == 0, 0.2, 0.2) for one in range(4)]
    high = [Forecast(0.8, one > 0, 0.8, 0.8) for one in range(4)]
    found = murphy([*low, *high])
    assert found is not None
    assert found.reliability == pytest.approx(0.05**2)
    assert found.resolution == pytest.approx(0.25**2)
    assert found.uncertainty == pytest.approx(0.25)
    assert found.within == pytest.approx(0)
    assert found.brier == pytest.approx(0.19)


def test_without_forecasts_nothing_is_made_of_parts() -> None:
    assert murphy([]) is None


@given(FORECASTS)
def test_score_lies_between_those_of_the_ends_of_its_band(one: Forecast) -> None:
    low, high = brier_interval(one)
    assert low <= brier(one.probability, occurred=one.occurred) <= high
    low, high = log_interval(one)
    assert low <= log_score(one.probability, occurred=one.occurred) <= high


@pytest.mark.parametrize(
    ("probability", "term"),
    [
        (0, "almost_no_chance"),
        (0.049, "almost_no_chance"),
        (0.05, "very_unlikely"),
        (0.2, "unlikely"),
        (0.45, "roughly_even"),
        (0.55, "likely"),
        (0.675, "likely"),
        (0.8, "very_likely"),
        (0.95, "almost_certain"),
        (1, "almost_certain"),
    ],
)
def test_probability_on_a_border_is_in_the_band_above(probability: float, term: str) -> None:
    assert TERMS[band_of(probability)] == term


@given(st.lists(FORECASTS, max_size=60))
def test_bands_hold_every_forecast_once(forecasts: list[Forecast]) -> None:
    found = band_shares(forecasts)
    assert sum(one.n for one in found) == len(forecasts)
    assert sum(one.occurred for one in found) == sum(one.occurred for one in forecasts)
    assert [TERMS.index(one.term) for one in found] == sorted(
        {band_of(one.probability) for one in forecasts}
    )


def test_without_others_of_its_kind_half_is_expected() -> None:
    assert expected_rate(0, 0) == 0.5
    assert expected_rate(9, 18) == 0.5
    assert expected_rate(0, 8) == pytest.approx(0.1)


def test_skill_is_what_is_saved_of_the_reference() -> None:
    assert skill(0.1, 0.2) == pytest.approx(0.5)
    assert skill(0.3, 0.2) == pytest.approx(-0.5)
    assert skill(0.2, 0.2) == pytest.approx(0)
    assert skill(0.2, 0) is None
