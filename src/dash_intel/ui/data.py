"""Answers from the current build and the ledger; the only file that caches.

What only a build answers is kept as long as it is current, what joins decisions as long as nobody
decides anything; neither outlives the day (UTC).

Of a build that is no longer current nothing is kept, neither its answers nor its open file: what
was purged stays nowhere. A reader still at work with it closes it when it ends.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import LedgerError, SettingError, StoreError
from dash_intel.ledger import Ledger
from dash_intel.model.ledger import Decisions
from dash_intel.settings import database_directory, ledger_address
from dash_intel.store import Build, Database, current_build, open_build

P = ParamSpec("P")
T = TypeVar("T")

KEPT_ANSWERS = 256

log = logging.getLogger(__name__)

_held: ContextVar[tuple[Build | None] | None] = ContextVar("held build", default=None)


@contextmanager
def one_build() -> Iterator[None]:
    """Hold the build that is current now, so that one run of a page never mixes two.

    Raises ``StoreError`` where the pointer to it is broken.
    """
    token = _held.set((current_build(database_directory()),))
    try:
        yield
    finally:
        _held.reset(token)


def build() -> Build | None:
    """Return the build that this run holds, else the current one; None where nothing is loaded."""
    held = _held.get()
    return held[0] if held else current_build(database_directory())


def answer(
    question: Callable[Concatenate[Database, P], T], *parameters: P.args, **named: P.kwargs
) -> T:
    """Return what a question of ``query`` finds in the current build, asked once a build.

    Raises ``StoreError`` where the build cannot be read, or there is none.
    """
    asked = (question.__module__, question.__qualname__, parameters, named)
    return _steady(
        lambda current: _answer(current, asked, lambda one: question(one, *parameters, **named))
    )


def decided(
    question: Callable[Concatenate[Database, P], T], *parameters: P.args, **named: P.kwargs
) -> T:
    """Return what a question finds in the current build with what is decided now beside it.

    Raises ``StoreError`` as ``answer`` does, ``LedgerError`` where the ledger cannot be used.
    """
    now = decisions()
    asked = (question.__module__, question.__qualname__, parameters, named, now.revision)

    def ask(database: Database) -> T:
        database.hold(now)
        return question(database, *parameters, **named)

    return _steady(lambda current: _answer(current, asked, ask))


def chosen(
    question: Callable[Concatenate[Database, P], T], *parameters: P.args, **named: P.kwargs
) -> T:
    """Return what a question finds with corrections in force, without where there is no ledger.

    The corrections that the build holds already stay in force. Raises ``StoreError`` as ``answer``.
    """
    now = _corrections()
    asked = (question.__module__, question.__qualname__, parameters, named)

    def ask(current: Build | None) -> T:
        version, database = _database(current)
        if now:
            database.hold(now)
        key = (*asked, database.ledger_revision)
        return _kept(version, key, lambda: question(database, *parameters, **named))

    return _steady(ask)


def fresh(
    question: Callable[Concatenate[Database, P], T], *parameters: P.args, **named: P.kwargs
) -> T:
    """Return what ``chosen`` does and keep nothing: for answers too large to keep."""
    now = _corrections()

    def ask(current: Build | None) -> T:
        _, database = _database(current)
        if now:
            database.hold(now)
        return question(database, *parameters, **named)

    return _steady(ask)


def _corrections() -> Decisions | None:
    try:
        return decisions()
    except (LedgerError, SettingError) as error:
        log.warning("corrections that are not here yet are not in force: %s", error)
        return None


def decisions() -> Decisions:
    """Return all that is decided now; ``LedgerError`` where the ledger cannot be used."""
    address = ledger_address()
    return _ledger(address).decisions() if ledgers.is_there(address) else Decisions()


def ledger() -> Ledger:
    """Return the open ledger, made where there is none; ``LedgerError`` as above."""
    return _ledger(ledger_address())


def opened() -> Database:
    """Return the current build, open; ``StoreError`` where there is none."""
    return _steady(lambda current: _database(current)[1])


def again(ask: Callable[[], T]) -> T:
    """Return what ``ask`` finds among the builds that are kept, which may change meanwhile."""
    try:
        return ask()
    except StoreError:
        return ask()


def forget_answers() -> None:
    """Let go of all answers; the build stays open."""
    _kept_answer.clear()


def forget() -> None:
    """Let go of all answers, and of the file they came from."""
    _opened.clear()
    _kept_answer.clear()


def _steady(ask: Callable[[Build | None], T]) -> T:
    """Return what ``ask`` finds of the current build; it asks again where that changed meanwhile.

    Raises ``StoreError`` where a build that stays current cannot be read.
    """
    while True:
        current = build()
        try:
            found = ask(current)
        except StoreError:
            if build() == current:
                raise
        else:
            if build() == current:
                return found
        forget()


def _answer(current: Build | None, asked: object, ask: Callable[[Database], T]) -> T:
    version, database = _database(current)
    return _kept(version, asked, lambda: ask(database))


def _kept(version: str, asked: object, ask: Callable[[], T]) -> T:
    """Return an answer, asked once a day: the newest report is none of tomorrow."""
    found: T = _kept_answer(version, (_today(), asked), _ask=ask)
    return found


def _today() -> date:
    return datetime.now(UTC).date()


def _database(current: Build | None) -> tuple[str, Database]:
    if current is None:
        raise StoreError("There is no database yet: load reports first.")
    version = f"{current.path} {current.published_at.timestamp()}"
    return version, _opened(version, current)


@st.cache_resource(max_entries=1, show_spinner=False)
def _ledger(address: str) -> Ledger:
    return ledgers.open_ledger(address)


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _kept_answer(version: str, asked: object, _ask: Callable[[], object]) -> Any:  # noqa: ARG001 keys
    return _ask()


@st.cache_resource(max_entries=1, show_spinner=False)
def _opened(version: str, _build: Build) -> Database:  # noqa: ARG001 the key
    _kept_answer.clear()
    return open_build(_build)
