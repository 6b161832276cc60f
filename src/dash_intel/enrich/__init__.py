"""Reports with what their words mean: vocabulary ids, and the words and spans behind them."""

from dash_intel.enrich.reading import enrich, version

__all__ = ["enrich", "version"]
