"""Synthetic reports for load tests: any number, always the same, never taken for real ones."""

from dash_intel.synth.folder import Form, write
from dash_intel.synth.plan import PROFILES, Slot, slots
from dash_intel.synth.text import text

__all__ = ["PROFILES", "Form", "Slot", "slots", "text", "write"]
