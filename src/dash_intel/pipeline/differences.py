"""What an imported object declares and this reader reads otherwise."""

import json
from collections.abc import Iterator, Mapping

from dash_intel.model.load import Difference

NO_READINGS = frozenset(
    {
        "schema_version",
        "source",
        "sources",
        "text",
        "document_id",
        "revision",
        "profile_version",
        "vocabulary_version",
    }
)
"""Fields that say where an object comes from, which its text cannot tell."""

_SHOWN = 60


def differences(
    source: str, declared: Mapping[str, object], read: Mapping[str, object]
) -> Iterator[Difference]:
    """Yield one difference a field, in the order of the exchange format.

    ``read`` is the report in the exchange format. Fields that the object leaves out, and fields
    that are not of the format, declare nothing.
    """
    for field, value in read.items():
        if field not in NO_READINGS and field in declared and declared[field] != value:
            yield Difference(source, field, _message(declared[field], value))


def _message(declared: object, read: object) -> str:
    if isinstance(declared, list) and isinstance(read, list):
        if len(declared) != len(read):
            return f"It declares {len(declared)}, {len(read)} are read."
        at = next(n for n, (one, two) in enumerate(zip(declared, read, strict=True)) if one != two)
        return (
            f"Number {at + 1} of {len(read)} is declared as {_shown(declared[at])}, "
            f"read as {_shown(read[at])}."
        )
    return f"It is declared as {_shown(declared)}, read as {_shown(read)}."


def _shown(value: object) -> str:
    if value is None:
        return "not stated"
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
