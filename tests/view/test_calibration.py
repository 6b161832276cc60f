"""Calibration as it is shown."""

from dash_intel.query.scoring import Forecast
from dash_intel.view.calibration import TITLE, calibration_chart, missing


def forecasts(*bands: tuple[float, int, int]) -> list[Forecast]:
    """Return so many of each probability, of which so many occurred."""
    return [
        Forecast(share, at < occurred, share, share)
        for share, n, occurred in bands
        for at in range(n)
    ]


def test_there_is_no_curve_under_thirty_and_it_says_how_many_are_missing() -> None:
    assert calibration_chart(forecasts((0.2, 29, 5)), "") is None
    assert "30 scored scenarios, 1 more than there are" in missing(29)
    assert "29 more than there is" in missing(1)


def test_bands_of_fewer_than_five_are_in_the_table_and_not_drawn() -> None:
    chart = calibration_chart(forecasts((0.1, 26, 3), (0.9, 4, 4)), "Outcomes to 2025-09-01.")
    assert chart is not None
    assert [one.key for one in chart.marks] == ["very_unlikely"]
    assert chart.table.keys == ("very_unlikely", "very_likely")
    assert chart.caption.foot == (
        "n = 30 scored scenarios. 4 scenarios of bands of fewer than five not drawn."
        " Outcomes to 2025-09-01."
    )


def test_mark_stands_at_what_was_stated_and_what_occurred() -> None:
    chart = calibration_chart(forecasts((0.1, 20, 3), (0.14, 20, 3)), "")
    assert chart is not None
    (mark,) = chart.marks
    assert (round(mark.stated, 2), mark.observed, mark.small) == (0.12, 0.15, "40")
    assert 0 < mark.low < mark.observed < mark.high < 1
    assert mark.hover == (
        "Very unlikely (5–20%)",
        "Stated: 12% on average",
        "Occurred: 6 of 40, 15%",
        "95% interval 7% to 29%",
    )


def test_title_is_the_finding_where_an_interval_lies_outside_its_band() -> None:
    chart = calibration_chart(forecasts((0.1, 30, 15), (0.6, 10, 6)), "")
    assert chart is not None
    assert chart.caption.title == (
        "What was called very unlikely (5–20%) occurred more often: 15 of 30"
    )
    less = calibration_chart(forecasts((0.9, 30, 10)), "")
    assert less is not None
    assert less.caption.title.endswith("occurred less often: 10 of 30")


def test_title_is_the_measure_where_nothing_is_surely_off() -> None:
    chart = calibration_chart(forecasts((0.1, 30, 6)), "")
    assert chart is not None
    assert chart.caption.title == TITLE


def test_figures_of_the_chart_are_those_of_its_table() -> None:
    chart = calibration_chart(forecasts((0.1, 20, 2), (0.6, 15, 9)), "")
    assert chart is not None
    assert chart.table.rows == (
        ("Very unlikely (5–20%)", 20, 2, 10, 10, "3% to 30%"),
        ("Likely (55–80%)", 15, 9, 60, 60, "36% to 80%"),
    )
    assert [round(100 * one.observed) for one in chart.marks] == [10, 60]
