"""Purging: the text of a report leaves every build, and a tombstone keeps it from coming back.

A tombstone that is not done yet says which builds are still to be rewritten. It is written first,
so a purge that is cut off is finished by the next writer, whoever that is.
"""

import getpass
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from dash_intel.errors import StoreError
from dash_intel.store.builds import (
    Build,
    current_build,
    draft,
    kept_builds,
    number_of,
    point_to,
    put_in_place,
    remove,
    remove_parts,
)
from dash_intel.store.database import open_build
from dash_intel.store.duck import attach_file, store_errors
from dash_intel.store.lock import NO_MATTER, Wait, only_writer
from dash_intel.store.rewrite import rewrite
from dash_intel.store.tombstones import Tombstone, keep, tombstones


@dataclass(frozen=True, slots=True)
class Purge:
    """What a purge did: ``rewritten`` builds got new numbers, ``removed`` ones are gone.

    Older builds that cannot be read, such as those of another version, are removed.
    """

    tombstone: Tombstone
    rewritten: Mapping[int, int]
    removed: tuple[int, ...]


def purge(directory: Path, report_id: str, reason: str, wait: Wait = NO_MATTER) -> Purge:
    """Remove a report's text from every build and note who did so, and why.

    Raises ``StoreError`` where no build holds the report, or no reason is given.
    """
    if not reason.strip():
        raise StoreError("Say why it is purged: the reason is kept in place of the text.")
    with writing(directory, wait):
        known = tombstones(directory)
        for one in known:
            if one.report_id == report_id:
                raise StoreError(
                    f"{report_id} was purged already, on {one.purged_at:%Y-%m-%d} by "
                    f"{one.purged_by} ({one.reason})."
                )
        tombstone = Tombstone(
            report_id=report_id,
            content_hash=_content_hash(directory, report_id),
            purged_at=datetime.now(UTC),
            purged_by=getpass.getuser(),
            reason=" ".join(reason.split()),
            is_done=False,
        )
        _require_readable(current_build(directory))
        keep(directory, (*known, tombstone))
        rewritten, removed = _finish(directory, (tombstone,))
        return Purge(replace(tombstone, is_done=True), rewritten, removed)


@contextmanager
def writing(directory: Path, wait: Wait) -> Iterator[None]:
    """Be the only writer of a folder in which nothing is half done."""
    with only_writer(directory, wait):
        with store_errors(directory):
            remove_parts(directory)
        unfinished = tuple(one for one in tombstones(directory) if not one.is_done)
        if unfinished and _can_finish(directory):
            _finish(directory, unfinished)
        yield


def _finish(
    directory: Path, unfinished: Sequence[Tombstone]
) -> tuple[dict[int, int], tuple[int, ...]]:
    doomed = [one.report_id for one in unfinished]
    current = current_build(directory)
    kept = kept_builds(directory)
    foreign = [one for one in kept if one != current and not _is_readable(one)]
    holding = [one for one in kept if one not in foreign and _holds(one, doomed)]
    with ExitStack() as stack:
        parts = {one.number: stack.enter_context(draft(directory)) for one in holding}
        renumbered = {number: number_of(part) for number, part in parts.items()}
        for build in holding:
            rewrite(build, parts[build.number], doomed, renumbered)
        new = {number: put_in_place(part) for number, part in parts.items()}
    if current and current.number in new:
        point_to(new[current.number])
    with store_errors(directory):
        for build in (*holding, *foreign):
            remove(build)
    keep(directory, (replace(one, is_done=True) for one in tombstones(directory)))
    return renumbered, tuple(one.number for one in foreign)


def _can_finish(directory: Path) -> bool:
    """Tell whether builds can be rewritten; else a rereading or rollback has to come first."""
    try:
        current = current_build(directory)
    except StoreError:
        return False
    return current is None or _is_readable(current)


def _content_hash(directory: Path, report_id: str) -> str:
    for build in reversed(kept_builds(directory)):
        for content_hash in _found(build, "content_hash", [report_id]):
            return content_hash
    raise StoreError(f"No build in {directory} holds {report_id}: copy its id from the report.")


def _holds(build: Build, report_ids: Sequence[str]) -> bool:
    return bool(_found(build, "report_id", report_ids))


def _found(build: Build, column: str, report_ids: Sequence[str]) -> list[str]:
    with store_errors(build.path), closing(attach_file(build.path)) as connection:
        found = connection.execute(
            f"SELECT {column} FROM build.report WHERE report_id IN (SELECT unnest($ids))",  # noqa: S608 - a column of ours
            {"ids": list(report_ids)},
        )
        return [value for (value,) in found.fetchall()]


def _is_readable(build: Build) -> bool:
    try:
        open_build(build).close()
    except StoreError:
        return False
    return True


def _require_readable(build: Build | None) -> None:
    if build:
        open_build(build).close()
