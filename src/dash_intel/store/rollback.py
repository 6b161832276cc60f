"""The builds that are kept, and going back to one of them."""

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dash_intel.errors import BuildVersionError, StoreError
from dash_intel.store.builds import (
    Build,
    current_build,
    kept_build,
    kept_builds,
    point_to,
    size,
)
from dash_intel.store.database import open_build
from dash_intel.store.lock import NO_MATTER, Wait
from dash_intel.store.purge import writing


@dataclass(frozen=True, slots=True)
class Kept:
    """A build that is kept: how many reports it has, and what keeps it from being used.

    ``size`` is in bytes, ``published_at`` in UTC; ``built_on`` is the build it was copied from.
    ``reports`` is None where the build cannot be read, and ``trouble`` says why.
    """

    number: int
    published_at: datetime
    reports: int | None
    size: int
    is_current: bool
    built_on: int | None
    trouble: str | None


@dataclass(frozen=True, slots=True)
class Lacking:
    """A report that one build has and another lacks; ``title`` as on the Overview."""

    report_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Rollback:
    """That another build is current; ``lacking`` are reports of the one before that it lacks.

    ``before`` is None where no build was current, ``lacking`` where it could not be read.
    """

    before: int | None
    now: int
    lacking: tuple[Lacking, ...] | None


def builds(directory: Path) -> tuple[Kept, ...]:
    """Return the builds that are kept, the newest first; damaged ones too."""
    current = _current_or_none(directory)
    return tuple(_kept(build, current) for build in reversed(kept_builds(directory)))


def lacking(directory: Path, number: int) -> tuple[Lacking, ...] | None:
    """Return the reports of the current build that the build of this number lacks, by title.

    None where the current build cannot be read.
    """
    current = _current_or_none(directory)
    return _lacking(current, kept_build(directory, number))


def rollback(directory: Path, number: int | None = None, wait: Wait = NO_MATTER) -> Rollback:
    """Make the build of this number current, older or newer; by default the one before.

    No build is changed or removed, so going back and forth loses nothing. Raises ``StoreError``
    where there is no such build, or it cannot be read.
    """
    with writing(directory, wait):
        before = _current_or_none(directory)
        build = _one_before(directory, before) if number is None else kept_build(directory, number)
        if build == before:
            raise StoreError(f"Build {build.number} is the current one already.")
        missing = _lacking(before, build)
        point_to(build)
        return Rollback(before.number if before else None, build.number, missing)


def _current_or_none(directory: Path) -> Build | None:
    try:
        return current_build(directory)
    except StoreError:
        return None


def _kept(build: Build, current: Build | None) -> Kept:
    reports, built_on, trouble = None, None, None
    try:
        with closing(open_build(build)) as database:
            reports = int(database.rows("SELECT count(*) AS n FROM report")["n"].iloc[0])
            built_on = int(
                database.rows("SELECT coalesce(built_on, 0) AS n FROM meta")["n"].iloc[0]
            )
    except BuildVersionError:
        trouble = "of another version of dash-intel"
    except StoreError:
        trouble = "damaged"
    return Kept(
        build.number,
        build.published_at,
        reports,
        size(build),
        build == current,
        built_on or None,
        trouble,
    )


def _one_before(directory: Path, current: Build | None) -> Build:
    if current is None:
        raise StoreError("No build is current: name one that `dash-intel builds` lists.")
    kept = kept_builds(directory)
    base = _kept(current, current).built_on
    earlier = [one for one in kept if one.number < current.number]
    for build in earlier:
        if build.number == base:
            return build
    if not earlier:
        raise StoreError(f"There is no build before build {current.number}.")
    return earlier[-1]


def _lacking(before: Build | None, build: Build) -> tuple[Lacking, ...] | None:
    with closing(open_build(build)) as database:
        there = set(database.rows("SELECT report_id FROM report")["report_id"])
    if before is None:
        return None
    try:
        with closing(open_build(before)) as database:
            found = database.rows(
                "SELECT report.report_id, coalesce(nullif(report.headline, ''), "
                "nullif(report.title, ''), source.source) AS title FROM report "
                "INNER JOIN source ON report.report_key = source.report_key "
                "AND source.position = 0 ORDER BY title, report.report_id"
            )
    except StoreError:
        return None
    return tuple(
        Lacking(report_id, title)
        for report_id, title in found.itertuples(index=False)
        if report_id not in there
    )
