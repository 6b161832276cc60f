"""The filters that pages are timed with: what users choose, from nothing to much."""

from datetime import date

from dash_intel.query.filters import Filters

MIX = (
    Filters(),
    Filters(period="30d"),
    Filters(period="90d"),
    Filters(period="12m"),
    Filters(period="all"),
    Filters(period="days", since=date(2026, 1, 1), until=date(2026, 6, 30)),
    Filters(groups=("sahel",)),
    Filters(groups=("sahel", "horn_of_africa"), period="12m"),
    Filters(regions=("143",)),
    Filters(regions=("034", "143"), period="all"),
    Filters(countries=("KAZ",), period="12m"),
    Filters(countries=("KAZ", "UZB"), counted="mentioned"),
    Filters(hides_actors=True, period="12m"),
    Filters(tags=("counter-terrorism",)),
    Filters(tags=("counter-terrorism", "drones"), period="all"),
    Filters(categories=("cyber",), period="12m"),
    Filters(categories=("terrorism", "conflict_instability"), groups=("mena",)),
    Filters(techniques=("Analysis of Competing Hypotheses",)),
    Filters(confidences=("high", "moderate"), period="12m"),
    Filters(without=("promoted_content",)),
    Filters(text="port"),
    Filters(text='"container port"', period="12m"),
    Filters(text="sabot*", period="all"),
    Filters(unit="events"),
    Filters(unit="events", period="12m", regions=("151",)),
    Filters(period="90d", groups=("nato",), tags=("drones",), unit="events"),
    Filters(period="12m", text="drone -police", countries=("UKR",)),
    Filters(period="all", counted="mentioned", groups=("asean",)),
)
