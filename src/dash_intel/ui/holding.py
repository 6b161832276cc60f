"""What an answer rests on: one state of the decisions, and a build that is current still."""

import logging
from collections.abc import Callable
from typing import TypeVar

from dash_intel.errors import LedgerError, SettingError, StoreError
from dash_intel.model.ledger import Decisions
from dash_intel.settings import database_directory
from dash_intel.store import Build, Database, current_build

T = TypeVar("T")
D = TypeVar("D", bound=Decisions | None)

log = logging.getLogger(__name__)


def held_with(database: Database, held: Callable[[], D], ask: Callable[[D], T]) -> T:
    """Return what ``ask`` finds with one state of the decisions, however often it reads them.

    ``held`` gives what is decided at the time; None leaves what the database holds.
    """

    def asked() -> T:
        now = held()
        hold(database, now)
        return ask(now)

    hold(database, held())
    return database.steady(asked)


def hold(database: Database, now: Decisions | None) -> None:
    """Have decisions beside the build, where they are known."""
    if now:
        database.hold(now)


def where_known(find: Callable[[], Decisions]) -> Decisions | None:
    """Return what is decided, None where the ledger cannot be used: then no more is in force."""
    try:
        return find()
    except (LedgerError, SettingError) as error:
        log.warning("corrections that are not here yet are not in force: %s", error)
        return None


def version_of(build: Build) -> str:
    """Return what tells a build from every other one, also of the same number."""
    return f"{build.path} {build.published_at.timestamp()}"


def is_current(version: str) -> bool:
    """Tell whether the build of a version is current still, whatever a run of a page holds."""
    try:
        current = current_build(database_directory())
    except StoreError:
        return False
    return current is not None and version_of(current) == version
