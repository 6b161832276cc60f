"""Recommendations that come back from outside: read, compared with what is decided, written."""

from dash_intel.exchange.applying import Result, apply
from dash_intel.exchange.bringing import Brought, bring_back, not_written
from dash_intel.exchange.steps import Known, Plan, Refused, Step
from dash_intel.exchange.taking import due, taken

__all__ = [
    "Brought",
    "Known",
    "Plan",
    "Refused",
    "Result",
    "Step",
    "apply",
    "bring_back",
    "due",
    "not_written",
    "taken",
]
