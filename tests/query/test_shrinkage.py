"""Shares of few reports."""

from math import exp, lgamma, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.query.shrinkage import Prior, beta_quantiles, intervals, prior_weight, shrunken


def quantile(share: float, a: float, b: float) -> float:
    (found,) = beta_quantiles((share,), np.array([a]), np.array([b]))
    return float(found[0])


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("n", [1, 2, 5, 40, 900])
def test_quantiles_of_beta_are_those_known_in_closed_form(share: float, n: int) -> None:
    assert quantile(share, n, 1) == pytest.approx(share ** (1 / n), abs=1e-3)
    assert quantile(share, 1, n) == pytest.approx(1 - (1 - share) ** (1 / n), abs=1e-3)


@pytest.mark.parametrize("share", [0.1, 0.9])
def test_quantiles_at_the_smallest_parameters_are_those_of_the_arcsine_law(share: float) -> None:
    assert quantile(share, 0.5, 0.5) == pytest.approx(np.sin(share * np.pi / 2) ** 2, abs=1e-3)


def below(x: float, a: float, b: float, steps: int = 20_000) -> float:
    """Return the probability below ``x`` by plain integration."""
    scale = lgamma(a + b) - lgamma(a) - lgamma(b)
    width = x / steps
    points = (width * (at + 0.5) for at in range(steps))
    return sum(width * exp(scale + (a - 1) * log(one) + (b - 1) * log(1 - one)) for one in points)


@given(a=st.floats(1, 60), b=st.floats(1, 60), share=st.sampled_from((0.1, 0.9)))
def test_quantile_parts_the_distribution_where_it_says(a: float, b: float, share: float) -> None:
    assert below(quantile(share, a, b), a, b, 2_000) == pytest.approx(share, abs=5e-3)


def test_cell_without_reports_has_the_share_of_all_and_many_reports_have_their_own() -> None:
    found = shrunken(np.array([0.0, 9.0, 900.0]), np.array([0.0, 23.0, 1000.0]), Prior(0.4, 5))
    assert found == pytest.approx([0.4, 11 / 28, 0.898], abs=1e-3)


@given(n=st.integers(0, 400), part=st.floats(0, 1), g=st.floats(0, 1), k=st.floats(2, 20))
def test_interval_is_inside_0_and_1_and_holds_the_share_away_from_the_ends(
    n: int, part: float, g: float, k: float
) -> None:
    high, count, prior = np.array([float(round(n * part))]), np.array([float(n)]), Prior(g, k)
    low, top = intervals(high, count, prior)
    share = shrunken(high, count, prior)
    assert 0 <= low[0] < top[0] <= 1
    if min(share[0], 1 - share[0]) * (n + k) >= 0.5:
        assert low[0] < share[0] < top[0]


def test_more_reports_make_the_interval_narrower() -> None:
    low, high = intervals(np.array([2.0, 20.0]), np.array([5.0, 50.0]), Prior(0.4, 5))
    assert high[1] - low[1] < high[0] - low[0]


def figures(*values: float) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    return np.array(values, float)


def test_areas_alike_give_the_mean_most_weight_and_areas_apart_the_least() -> None:
    assert prior_weight(figures(10, 20, 30), figures(50, 100, 150)) == 20
    assert prior_weight(figures(0, 50, 100), figures(100, 100, 100)) == 2


def test_weight_is_that_of_the_moments_between() -> None:
    found = prior_weight(figures(20, 50, 40, 70), figures(100, 100, 100, 100))
    spread, mean = 0.0325, 0.45
    assert found == pytest.approx(mean * 0.55 / (spread - mean * 0.55 / 100) - 1)


def test_weight_is_the_usual_where_nothing_can_be_said() -> None:
    assert prior_weight(figures(), figures()) == 5
    assert prior_weight(figures(3), figures(9)) == 5
    assert prior_weight(figures(3, 0), figures(9, 0)) == 5
    assert prior_weight(figures(0, 0), figures(9, 4)) == 5
    assert prior_weight(figures(9, 4), figures(9, 4)) == 5
