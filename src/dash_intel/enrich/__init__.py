"""Reports with what their words mean: vocabulary ids, and the words and spans behind them."""

from dash_intel.enrich.reading import enrich, enrich_all, version

__all__ = ["enrich", "enrich_all", "version"]
