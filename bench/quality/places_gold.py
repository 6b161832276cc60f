"""Places, measured on labelled news and on traps."""

import json
from pathlib import Path

from bench.quality.places import failures, labelled, score
from bench.quality.result import Miss, Result
from dash_intel.enrich.places import read_text

ROOT = Path(__file__).resolve().parents[2]
TRAPS = ROOT / "tests" / "enrich" / "places" / "traps.jsonl"
SETS = {"geowebnews": "GeoWebNews", "trnews": "TR-News"}


def results(gold: Path | None) -> tuple[list[Result], list[Miss]]:
    """Return F1 over countries of each set in ``gold``, whole and by half, and of the traps."""
    found, misses = [], []
    for stem, name in SETS.items():
        if gold is None:
            break
        file = gold / f"{stem}.jsonl"
        texts = labelled(file)
        for half, which in (("AB", name), ("A", f"{name}, looked at"), ("B", f"{name}, unseen")):
            got = score(text for text in texts if text.half in half)
            found.append(Result(f"places in {which}", "F1", got.f1, got.texts))
        misses += [
            Miss(text.id, "places", *_differing(text.countries, read))
            for text, read in failures(texts)
        ]
    traps = [json.loads(line) for line in TRAPS.read_text(encoding="utf-8").splitlines()]
    right = 0
    for trap in traps:
        read = sorted(place.iso3 for place in read_text(trap["title"], trap["text"]).places)
        right += read == sorted(trap["countries"])
    found.append(Result("place traps", "share right", right / len(traps), len(traps)))
    return found, misses


def _differing(labelled: frozenset[str], read: frozenset[str]) -> tuple[str, str]:
    """Return whether a country is missing, is too much, or both."""
    missing, too_much = bool(labelled - read), bool(read - labelled)
    if missing and too_much:
        return "a country", "another"
    return ("a country", "none") if missing else ("none", "a country")
