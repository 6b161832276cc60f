"""What is read: files, and bytes that are no file; what comes of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path

from dash_intel.enrich import enrich_all
from dash_intel.export.reports_jsonl import exchange
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection, SourceText
from dash_intel.parse import parse
from dash_intel.pipeline.differences import as_declared, differences
from dash_intel.read import FileRef, find, read_bytes, read_file
from dash_intel.read.names import printable
from dash_intel.store import Arrival, Outcome, Texts, packed, texts

TEXTS_TOGETHER = 64
"""Texts that are read together: more would no longer fit the processor's cache."""

LENGTH_TOGETHER = 1_000_000
"""Characters from which on fewer texts are read together, so that long ones need little memory."""


@dataclass(frozen=True, slots=True)
class Upload:
    """Bytes that are no file of this machine: an upload, pasted text, standard input."""

    name: str
    data: bytes


Item = FileRef | Upload | Texts | Rejection
"""Something to read, files or texts that are kept already, or what stood in the way."""

_Numbered = tuple[int, SourceText | Rejection]


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


def arrivals(items: Sequence[Item]) -> Iterator[tuple[Item, Iterator[Arrival]]]:
    """Yield each item with what it brings to a build: as ``brought``, with reports packed."""
    for item, found in brought(items):
        yield item, (packed(one) if isinstance(one, Report) else one for one in found)


def brought(items: Sequence[Item]) -> Iterator[tuple[Item, Iterator[Outcome]]]:
    """Yield each item with what it brings, in order; take each one's outcomes before the next.

    A report's differences follow it at once. Texts are read some at a time, whichever items they
    come from: rules and words of one subject then stay in the processor's cache.
    """
    found = _read_together((at, one) for at, item in enumerate(items) for one in _sources(item))
    ahead = list(islice(found, 1))

    def own(number: int) -> Iterator[Outcome]:
        while ahead and ahead[0][0] == number:
            yield ahead.pop()[1]
            ahead.extend(islice(found, 1))

    for number, item in enumerate(items):
        yield item, own(number)


def outcomes(item: Item) -> Iterator[Outcome]:
    """Yield what reading ``item`` alone brings; a report's differences follow it at once."""
    for _, found in brought((item,)):
        yield from found


def _sources(item: Item) -> Iterator[SourceText | Rejection]:
    if isinstance(item, Rejection):
        yield item
    elif isinstance(item, Texts):
        yield from texts(item)
    elif isinstance(item, FileRef):
        yield from read_file(item)
    else:
        yield from read_bytes(item.name, item.data)


def _read_together(found: Iterator[_Numbered]) -> Iterator[tuple[int, Outcome]]:
    for batch in _batches(found):
        parsed = [parse(source) for _, source in batch if isinstance(source, SourceText)]
        reports = iter(enrich_all(parsed))
        for number, source in batch:
            if isinstance(source, Rejection):
                yield number, source
                continue
            report = next(reports)
            yield number, report
            if source.declared is not None:
                alike = as_declared(report, source.declared)
                for one in differences(source.source, source.declared, exchange(alike)):
                    yield number, one


def _batches(found: Iterator[_Numbered]) -> Iterator[list[_Numbered]]:
    batch: list[_Numbered] = []
    length = 0
    for number, source in found:
        batch.append((number, source))
        length += len(source.text) if isinstance(source, SourceText) else 0
        if len(batch) == TEXTS_TOGETHER or length >= LENGTH_TOGETHER:
            yield batch
            batch, length = [], 0
    yield batch
