"""What an imported object declares and this reader reads otherwise."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dash_intel.model.load import Difference
from dash_intel.model.problem import Problem
from dash_intel.model.report import Report
from dash_intel.parse.ids import identified
from dash_intel.read.names import printable
from dash_intel.store import LOOKS_ALIKE

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


def as_declared(report: Report, declared: Mapping[str, object]) -> Report:
    """Return ``report`` with what its text cannot tell as the object declares it.

    That are the document, which the ids of items follow from, and likenesses to other reports.
    """
    document, warnings = declared.get("document_id"), declared.get("warnings")
    if isinstance(document, str):
        report = replace(report, contents=identified(report.contents, document))
    if not isinstance(warnings, list):
        return report
    alike = tuple(
        Problem(LOOKS_ALIKE, str(one.get("message")))
        for one in warnings
        if isinstance(one, Mapping) and one.get("code") == LOOKS_ALIKE
    )
    parse = replace(report.parse, warnings=(*report.parse.warnings, *alike))
    return replace(report, parse=parse)


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
    return printable(text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…")
