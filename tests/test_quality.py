"""Readings do not become less true than they were measured to be (``make quality``)."""

from pathlib import Path

import pytest
from bench.quality import pairs, places_gold, risks, tags
from bench.quality.scores import DROP, read

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
MEASURES = {
    "places": lambda: places_gold.results(GOLD if GOLD.exists() else None),
    "risks": risks.results,
    "tags": tags.results,
    "advice": pairs.advice,
    "events": pairs.events,
}


@pytest.mark.parametrize("subject", MEASURES)
def test_no_score_has_dropped(subject: str) -> None:
    results, _ = MEASURES[subject]()
    reached = read()
    fallen = {one.key: one.value for one in results if one.value < reached[one.key] - DROP}
    assert fallen == {}
    assert {one.key for one in results} <= set(reached)
