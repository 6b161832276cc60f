"""Audit: every decision, who took it and when, to filter and to take away."""

from dash_intel.ui import decided, draw

draw.head("Decisions", "Every status, outcome, correction, note and view; none is ever changed.")
decided.draw_audit()
