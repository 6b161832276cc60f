"""What a reader sees for the ids of decisions."""

from collections.abc import Mapping
from functools import cache

from dash_intel.errors import VocabularyError
from dash_intel.vocab.table import rows


def label(group: str, key: str) -> str:
    """Return the label of an id, the id itself where the vocabulary does not know it."""
    return _labels().get((group, key), key)


def keys(group: str) -> tuple[str, ...]:
    """Return the ids of a group in the order of the vocabulary."""
    return tuple(key for one, key in _labels() if one == group)


@cache
def _labels() -> Mapping[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for row in rows("decisions", ("group", "key", "label")):
        key = (row["group"], row["key"])
        if found.setdefault(key, row["label"]) != row["label"]:
            raise VocabularyError(f"decisions.csv: {row['key']} has two labels")
    return found
