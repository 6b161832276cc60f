"""What is read: files, and bytes that are no file; what comes of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dash_intel.enrich import enrich
from dash_intel.export.reports_jsonl import exchange
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.parse import parse
from dash_intel.pipeline.differences import as_declared, differences
from dash_intel.read import FileRef, find, read_bytes, read_file
from dash_intel.read.names import printable
from dash_intel.store import Arrival, Outcome, Texts, packed, texts


@dataclass(frozen=True, slots=True)
class Upload:
    """Bytes that are no file of this machine: an upload, pasted text, standard input."""

    name: str
    data: bytes


Item = FileRef | Upload | Texts | Rejection
"""Something to read, files or texts that are kept already, or what stood in the way."""


def items(inputs: Iterable[Path | Upload]) -> Iterator[Item]:
    """Yield what ``inputs`` hold, in their order: folders file by file."""
    for are_paths, group in groupby(inputs, lambda one: isinstance(one, Path)):
        found = list(group)
        if are_paths:
            yield from find([one for one in found if isinstance(one, Path)])
        else:
            yield from (one for one in found if isinstance(one, Upload))


def origins(inputs: Iterable[Path | Upload]) -> tuple[str, ...]:
    """Return what the user named, as text that can be kept and shown."""
    return tuple(printable(one.name if isinstance(one, Upload) else str(one)) for one in inputs)


def arrivals(item: Item) -> Iterator[Arrival]:
    """Yield what reading ``item`` brings to a build: as ``outcomes``, with reports packed."""
    for outcome in outcomes(item):
        yield packed(outcome) if isinstance(outcome, Report) else outcome


def outcomes(item: Item) -> Iterator[Outcome]:
    """Yield what reading ``item`` brings; a report's differences follow it at once."""
    if isinstance(item, Rejection):
        yield item
        return
    if isinstance(item, Texts):
        yield from (enrich(parse(source)) for source in texts(item))
        return
    found = read_file(item) if isinstance(item, FileRef) else read_bytes(item.name, item.data)
    for source in found:
        if isinstance(source, Rejection):
            yield source
            continue
        report = enrich(parse(source))
        yield report
        if source.declared is not None:
            alike = as_declared(report, source.declared)
            yield from differences(source.source, source.declared, exchange(alike))
