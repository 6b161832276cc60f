"""Ninety-three sentences in which a name means another place than it seems to, or none."""

import json
from pathlib import Path

import pytest

from tests.enrich.places.spoken import countries

TRAPS = [
    json.loads(line)
    for line in Path(__file__).with_name("traps.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap["id"])
def test_a_trap_is_read_as_labelled(trap):
    assert countries(trap["text"], trap["title"]) == set(trap["countries"])
