"""What was purged: a line a report in ``purged.jsonl``, beside the builds, outlives them all."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from dash_intel.errors import StoreError
from dash_intel.model.load import Difference
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.store.builds import write_whole
from dash_intel.store.duck import store_errors
from dash_intel.store.packed import Packed
from dash_intel.store.tally import Arrival

FILE = "purged.jsonl"
PURGED = "purged"
"""Code of the rejection of a report that was purged."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A report that was purged: nothing of its text, only its id and hash.

    ``purged_at`` is in UTC; ``is_done`` tells whether every build has been rewritten.
    """

    report_id: str
    content_hash: str
    purged_at: datetime
    purged_by: str
    reason: str
    is_done: bool


def tombstones(directory: Path) -> tuple[Tombstone, ...]:
    """Return what was purged, in order."""
    path = directory / FILE
    with store_errors(path):
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return ()
    try:
        return tuple(_tombstone(json.loads(line)) for line in lines)
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError(
            f"The file {path} is damaged, which says what was purged: put a copy of it back."
        ) from error


def keep(directory: Path, found: Iterable[Tombstone]) -> None:
    """Write all tombstones, in one atomic step."""
    lines = (
        json.dumps(asdict(one) | {"purged_at": one.purged_at.isoformat()}, ensure_ascii=False)
        for one in found
    )
    path = directory / FILE
    with store_errors(path):
        write_whole(path, "".join(f"{line}\n" for line in lines))


def admitted(directory: Path, outcomes: Iterable[Arrival]) -> Iterator[Arrival]:
    """Yield outcomes, a ``Rejection`` in place of a report that was purged."""
    purged = {one.report_id: one for one in tombstones(directory)}
    refused: str | None = None
    for outcome in outcomes:
        if isinstance(outcome, Difference):
            if outcome.source != refused:
                yield outcome
            continue
        refused = None
        if isinstance(outcome, Report | Packed) and outcome.report_id in purged:
            refused = outcome.source
            yield _refusal(outcome, purged[outcome.report_id])
        else:
            yield outcome


def _refusal(report: Report | Packed, purged: Tombstone) -> Rejection:
    return Rejection(
        report.source,
        PURGED,
        f"Its text was purged on {purged.purged_at:%Y-%m-%d} by {purged.purged_by} "
        f"({purged.reason}) and is not loaded again.",
    )


def _tombstone(fields: dict[str, str]) -> Tombstone:
    return Tombstone(
        report_id=str(fields["report_id"]),
        content_hash=str(fields["content_hash"]),
        purged_at=datetime.fromisoformat(fields["purged_at"]),
        purged_by=str(fields["purged_by"]),
        reason=str(fields["reason"]),
        is_done=bool(fields["is_done"]),
    )
