"""Risk on the map as it is shown."""

import json
from dataclasses import replace

from dash_intel.query.risk_map import CountryRisk
from dash_intel.settings import PROJECT_ROOT
from dash_intel.view.chart import MapChart, Shape
from dash_intel.view.risk_map import WITHOUT_SHAPE, headline, risk_map_chart
from dash_intel.vocab.countries import countries

TOPOJSON = PROJECT_ROOT / "src/dash_intel/ui/static/topojson/world_50m.json"

ALL = CountryRisk(None, 100, 20, 5, 5, 0.2, 0.17, 0.24)
MALI = CountryRisk("MLI", 23, 14, 1, 5, 0.52, 0.42, 0.63)
CHAD = CountryRisk("TCD", 2, 1, 0, 4, 0.28, 0.12, 0.47)
KOSOVO = CountryRisk("XKX", 5, 2, 0, None, 0.31, 0.15, 0.48)


def view(*found: CountryRisk, category: str | None = None) -> MapChart:
    return risk_map_chart(found, category, "reports", "all dates")


def shape(chart: MapChart, code: str) -> Shape:
    return next(one for one in chart.shapes if one.code == code)


def test_shapes_are_those_of_the_file() -> None:
    world = json.loads(TOPOJSON.read_text(encoding="utf-8"))
    drawn = {one["id"] for one in world["objects"]["countries"]["geometries"]}
    assert set(countries()) - drawn == WITHOUT_SHAPE
    assert {one.code for one in view().shapes} == set(countries()) - WITHOUT_SHAPE


def test_country_is_coloured_by_its_share_and_says_it() -> None:
    mali = shape(view(ALL, MALI, CHAD), "MLI")
    assert (mali.key, mali.level, mali.is_thin) == ("country:MLI~", 4, False)
    assert mali.hover == (
        "Mali",
        "14 of 23 reports with a level 4 or 5 consequence",
        "52% drawn towards the share of all, 80% interval 42–63%",
        "Highest sentence: 5 Catastrophic",
        "1 report without an impact",
    )


def test_country_of_few_reports_is_thin() -> None:
    assert shape(view(ALL, MALI, CHAD), "TCD").is_thin


def test_country_without_reports_has_no_level() -> None:
    france = shape(view(ALL, MALI), "FRA")
    assert (france.level, france.hover) == (None, ("France", "No report states such a risk"))


def test_key_calls_grey_what_it_is_and_what_is_counted_by_its_name() -> None:
    assert view(ALL).key == "only outlined: fewer than 3 reports · grey: no such risk stated"
    assert "3 events" in risk_map_chart((ALL,), None, "events", "all dates").key


def test_country_without_a_shape_is_listed() -> None:
    assert view(ALL, MALI, KOSOVO).undrawn == ("Kosovo: 31% (2 of 5 reports)",)
    assert "Kosovo" in {row[0] for row in view(ALL, MALI, KOSOVO).table.rows}


def test_keys_name_the_category_that_is_chosen() -> None:
    chart = view(ALL, MALI, category="terrorism")
    assert chart.table.keys == ("country:MLI~terrorism",)
    assert shape(chart, "MLI").key == "country:MLI~terrorism"
    assert (
        chart.caption.title
        == "Terrorism: 1 of 1 country with 3 or more reports is at 30% or higher"
    )


def test_title_is_the_measure_where_no_country_is_high() -> None:
    assert view(ALL, CHAD).caption.title == "Risk by country"


def test_country_stands_out_where_its_interval_is_above_all() -> None:
    said = "Mali stands out, 14 of 23 reports speak of a level 4 or 5 consequence"
    assert headline((ALL, MALI, CHAD), None, "reports") == said
    assert headline((ALL, MALI), "terrorism", "reports") == f"Terrorism: {said}"


def test_no_country_stands_out_of_few_reports_or_within_chance() -> None:
    assert headline((ALL, replace(MALI, reports=2)), None, "reports") is None
    assert headline((ALL, replace(MALI, low=0.19)), None, "reports") is None
    assert headline((), None, "reports") is None


def test_countries_of_the_same_share_are_all_named_in_the_order_of_the_table() -> None:
    same = (ALL, replace(MALI, code="TCD"), replace(MALI, code="CMR"))
    assert headline(same, None, "reports") == (
        "Cameroon and Chad stand out, with a level 4 or 5 consequence in 14 of 23 reports each"
    )
    assert [row[0] for row in view(*same).table.rows] == ["Cameroon", "Chad"]


def test_none_stands_out_where_more_than_three_show_the_same_share() -> None:
    same = tuple(replace(MALI, code=code) for code in ("TCD", "CMR", "NER", "BFA"))
    assert headline((ALL, *same), None, "reports") is None


def test_country_of_few_reports_stands_below_the_one_that_stands_out() -> None:
    few = replace(MALI, code="TCD", reports=2, high=2, share=0.9)
    assert headline((ALL, few, MALI), None, "reports") is not None
    assert [row[0] for row in view(ALL, few, MALI).table.rows] == ["Mali", "Chad"]
