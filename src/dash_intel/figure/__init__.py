"""View models as Plotly figures, for the page and for pictures alike."""

from dash_intel.figure.drawn import figure

__all__ = ["figure"]
