"""Signposts: what somebody watches for to see whether a scenario comes about."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from dash_intel.model.events import Last

SignpostMark = Literal["not_seen", "emerging", "observed"]

TRIGGER = "trigger-"
"""Begins what stands for a trigger that was read in a report, whose words are not kept."""


@dataclass(frozen=True, slots=True)
class Signpost:
    """How far an indicator of a scenario has come: ``mark``, since which day, by what evidence.

    ``who`` and ``at`` are of this mark, ``last`` of the scenario's last one. ``seen_on`` and
    ``evidence`` are there unless the mark is ``not_seen``. ``indicator`` is what somebody wrote, or
    the ``trigger_key`` of a trigger as it was read; tables beside a build have the words of both.
    """

    scenario_id: str
    indicator: str
    mark: SignpostMark
    seen_on: date | None
    evidence: str | None
    who: str
    at: datetime
    last: Last


def trigger_key(words: str) -> str:
    """Return what stands in the ledger for a trigger of these words."""
    return f"{TRIGGER}{hashlib.sha256(words.encode(errors='replace')).hexdigest()[:20]}"
