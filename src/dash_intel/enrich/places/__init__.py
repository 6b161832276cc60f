"""Places of a report: which countries and regions it speaks of, and where it does."""

from dash_intel.enrich.places.reading import PlaceReadings, read_places, read_text

__all__ = ["PlaceReadings", "read_places", "read_text"]
