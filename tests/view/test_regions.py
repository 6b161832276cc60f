"""One area in words: which there are, how much is reported, and what stands in the headline."""

from datetime import date, datetime

import pandas as pd
import pytest

from dash_intel.query.area_risk import CategoryRisk, Share
from dash_intel.query.filters import Filters
from dash_intel.query.periods import Span
from dash_intel.view.region_headline import both, headline, shared
from dash_intel.view.regions import (
    AreaChoice,
    Counted,
    Figure,
    Head,
    choices,
    figures,
    first_area,
    from_value,
    head,
    neighbours,
    nothing,
    period_with,
    to_value,
)
from dash_intel.view.tallies import Tally
from dash_intel.vocab.areas import Area

KAZAKHSTAN, UZBEKISTAN = Area("country", "KAZ"), Area("country", "UZB")
HALF = Span(date(2025, 7, 1), date(2025, 12, 31))
FOUND = pd.DataFrame(
    [
        ("group", "nato", 20),
        ("country", "KAZ", 9),
        ("region", "143", 9),
        ("country", "UZB", 4),
        ("country", "FRA", 3),
        ("country", "XYZ", 2),
    ],
    columns=["kind", "code", "units"],
)


def counted(**changes: object) -> Counted:
    row = {
        "units": 9,
        "units_before": 7,
        "reports": 9,
        "events": 8,
        "last_on": datetime(2025, 12, 3),
        "earlier_on": datetime(2025, 6, 2),
    }
    months = pd.DataFrame(
        {"month_on": [datetime(2025, 11, 1), datetime(2025, 12, 1)], "units": [2, 7]}
    )
    whole = {"reports": 30, "reports_before": 0, "events": 20, "events_before": 10}
    return Counted(pd.DataFrame([row | changes]), months, pd.DataFrame([whole]))


def kazakhstan(**changes: object) -> Head:
    return head(KAZAKHSTAN, "reports", HALF, counted(**changes))


def risk(category: str, now: tuple[int, float], before: tuple[int, float]) -> CategoryRisk:
    parts = [Share(n, 0, share, share - 0.01, share + 0.01) for n, share in (now, before)]
    return CategoryRisk(category, *parts)


def tag(name: str, number: int) -> Tally:
    return Tally("tag", name, name, "", number)


def test_areas_to_choose_are_the_most_reported_first_and_known() -> None:
    assert choices(FOUND, "report", None, Area("country", "NRU")) == (
        AreaChoice("group:nato", "NATO, group · 20 reports"),
        AreaChoice("country:KAZ", "Kazakhstan · 9 reports"),
        AreaChoice("region:143", "Central Asia, UN region · 9 reports"),
        AreaChoice("country:UZB", "Uzbekistan · 4 reports"),
        AreaChoice("country:FRA", "France · 3 reports"),
        AreaChoice("country:NRU", "Nauru · 0 reports"),
    )


@pytest.mark.parametrize("area", [KAZAKHSTAN, Area("region", "143"), Area("group", "sahel")])
def test_area_is_read_from_what_it_is_written_as(area: Area) -> None:
    assert from_value(to_value(area)) == area


@pytest.mark.parametrize("written", [None, "", "KAZ", "country:XYZ", "planet:KAZ", "country:"])
def test_what_is_no_area_is_none(written: str | None) -> None:
    assert from_value(written) is None


def test_first_is_the_one_area_that_filters_name_else_the_most_reported_country() -> None:
    assert first_area(FOUND, Filters(groups=("sahel",))) == Area("group", "sahel")
    assert first_area(FOUND, Filters()) == KAZAKHSTAN
    assert first_area(FOUND, Filters(countries=("FRA", "UZB"))) == KAZAKHSTAN
    assert first_area(FOUND.iloc[:1], Filters()) == Area("group", "nato")
    assert first_area(FOUND.iloc[:0], Filters()) is None


def test_neighbours_are_the_other_countries_of_the_same_region() -> None:
    assert neighbours(FOUND, KAZAKHSTAN, "report") == (
        AreaChoice("country:UZB", "Uzbekistan · 4 reports"),
    )
    assert neighbours(FOUND, Area("group", "nato"), "report") == ()


def test_figures_say_what_they_were_before() -> None:
    assert figures(kazakhstan()) == (
        Figure("Reports", "9", "was 7 before"),
        Figure("Share of all", "30%", "of all areas"),
        Figure("Events", "8", "told by 9 reports"),
        Figure("Last report", "2025-12-03", "before: 2 Jun 2025"),
    )


def test_events_are_of_all_events() -> None:
    view = head(KAZAKHSTAN, "events", HALF, counted(units=8, units_before=5))
    assert figures(view)[1:3] == (
        Figure("Share of all", "40%", "was 50% before"),
        Figure("Reports", "9", "of 8 events"),
    )


def test_all_dates_have_no_period_before() -> None:
    view = head(KAZAKHSTAN, "reports", None, counted(units_before=0, earlier_on=None))
    assert figures(view)[0].note == "no period before"
    assert figures(view)[3].note == "none before"


def test_months_are_a_year_up_to_the_last_with_those_without_a_report() -> None:
    months = kazakhstan().months
    assert [month.on for month in months[::11]] == [date(2025, 1, 1), date(2025, 12, 1)]
    assert [month.number for month in months] == [0] * 10 + [2, 7]
    assert kazakhstan().trend == (
        "Reports a month from Jan 2025 to Dec 2025: 7 in the last month, most in Dec 2025 with 7."
    )


def test_area_without_a_report_offers_the_year_of_its_newest() -> None:
    view = kazakhstan(units=0, reports=0, last_on=None)
    assert nothing(view, HALF) == (
        "No report on Kazakhstan matches these filters."
        " The newest one before this period is of 2 Jun 2025."
    )
    assert period_with(view) == {
        "period": ["days"],
        "since": ["2024-06-02"],
        "until": ["2025-06-02"],
    }
    assert period_with(kazakhstan(units=0, earlier_on=None)) is None


def test_headline_is_what_deteriorated_before_anything_else() -> None:
    risks = (
        risk("cyber", (9, 0.1), (9, 0.4)),
        risk("terrorism", (5, 0.6), (5, 0.2)),
        risk("health", (2, 0.9), (9, 0.1)),
    )
    found = headline(kazakhstan(), risks, (tag("drones", 9),))
    assert found == "Kazakhstan: 9 reports, terrorism deteriorated"
    found = headline(kazakhstan(), risks[::2], (tag("drones", 9),))
    assert found == "Kazakhstan: 9 reports, cyber improved"


def test_headline_names_the_tag_that_more_than_half_carry() -> None:
    tags = (tag("drones", 4), tag("counter-terrorism", 5))
    found = headline(kazakhstan(), (), tags)
    assert found == "Kazakhstan: 9 reports, most of them on counter-terrorism"
    assert headline(kazakhstan(), (), tags[:1]) == "Kazakhstan: 9 reports"


def test_headline_names_the_risk_that_more_than_half_state() -> None:
    risks = (risk("cyber", (9, 0.1), (1, 0.1)),)
    found = headline(kazakhstan(), risks, ())
    assert found == "Kazakhstan: 9 reports, all of them with a risk of cyber"


def test_headline_names_all_that_tie_and_none_of_more_than_three() -> None:
    tags = tuple(tag(name, 5) for name in ("drones", "convoys", "borders", "ports"))
    found = headline(kazakhstan(), (), tags[:2])
    assert found == "Kazakhstan: 9 reports, most of them on drones and convoys"
    assert headline(kazakhstan(), (), tags) == "Kazakhstan: 9 reports"


def test_headline_of_few_reports_finds_nothing_in_them() -> None:
    found = headline(kazakhstan(units=2), (), (tag("drones", 2),))
    assert found == "Kazakhstan: 2 reports"
    assert headline(kazakhstan(units=0), (), ()) == "Kazakhstan"


def test_headline_of_two_says_which_is_reported_more() -> None:
    other = head(UZBEKISTAN, "reports", HALF, counted(units=4))
    assert both(other, kazakhstan()) == "Kazakhstan has 9 reports, Uzbekistan 4"
    none = head(UZBEKISTAN, "reports", HALF, counted(units=0))
    assert both(kazakhstan(), none) == "Kazakhstan has 9 reports, Uzbekistan none"
    many, more = (head(UZBEKISTAN, "reports", HALF, counted(units=n)) for n in (4_321, 5_000))
    assert both(many, more) == "Uzbekistan has 5,000 reports, Uzbekistan 4,321"
    assert both(kazakhstan(), kazakhstan()) == "Kazakhstan and Kazakhstan: 9 reports each"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "No report is counted in both areas."),
        (1, "1 report is counted in both areas."),
        (6, "6 reports are counted in both areas."),
    ],
)
def test_two_areas_say_what_is_counted_in_both(number: int, said: str) -> None:
    assert shared(pd.DataFrame({"units": [number]}), "reports") == said
