"""Answers from the current build and the ledger; the only file that caches.

What only a build answers is kept as long as it is current, what joins decisions as long as nobody
decides anything; neither outlives the day (UTC).

Of a build that is no longer current nothing is kept, neither its answers nor its open file: what
was purged stays nowhere. A reader still at work with it closes it when it ends.
"""

from collections.abc import Callable, Mapping
from typing import Any, Concatenate, ParamSpec, TypeVar

import streamlit as st

from dash_intel import ledger as ledgers
from dash_intel.errors import StoreError
from dash_intel.ledger import Ledger
from dash_intel.model.ledger import Decisions
from dash_intel.query.advice_history import History, histories
from dash_intel.settings import ledger_address
from dash_intel.store import Build, Database, open_build
from dash_intel.ui.day import today
from dash_intel.ui.holding import held_with, hold, is_current, version_of, where_known
from dash_intel.ui.running import again, ahead, build, once, one_build

__all__ = [
    "again",
    "ahead",
    "answer",
    "build",
    "chosen",
    "decided",
    "decisions",
    "followed",
    "forget",
    "forget_answers",
    "fresh",
    "ledger",
    "one_build",
    "opened",
]

P = ParamSpec("P")
T = TypeVar("T")

KEPT_ANSWERS = 256


def answer(
    question: Callable[Concatenate[Database, P], T], *parameters: P.args, **named: P.kwargs
) -> T:
    """Return what a question of ``query`` finds in the current build, asked once a build.

    Raises ``StoreError`` where the build cannot be read, or there is none.
    """
    asked = _asked(question, parameters, named)
    return _steady(
        lambda current: _answer(current, asked, lambda one: question(one, *parameters, **named))
    )


def decided(
    question: Callable[Concatenate[Database, P], T], *parameters: P.args, **named: P.kwargs
) -> T:
    """Return what a question finds in the current build with what is decided now beside it.

    Raises ``StoreError`` as ``answer`` does, ``LedgerError`` where the ledger cannot be used.
    """
    version = decisions().version
    asked = (*_asked(question, parameters, named), version)

    def ask(database: Database) -> T:
        return held_with(database, decisions, lambda _: question(database, *parameters, **named))

    return _steady(lambda current: _answer(current, asked, ask))


def followed(
    question: Callable[Concatenate[Database, Mapping[str, History], P], T],
    *parameters: P.args,
    **named: P.kwargs,
) -> T:
    """Return what ``decided`` does of a question that also takes how recommendations stood.

    Raises as ``decided`` does.
    """
    version = decisions().version
    asked = (*_asked(question, parameters, named), version)

    def ask(database: Database) -> T:
        return held_with(
            database, decisions, lambda now: question(database, _stood(now), *parameters, **named)
        )

    return _steady(lambda current: _answer(current, asked, ask))


def chosen(
    question: Callable[Concatenate[Database, P], T], *parameters: P.args, **named: P.kwargs
) -> T:
    """Return what a question finds with corrections in force, without where there is no ledger.

    The corrections that the build holds already stay in force. Raises ``StoreError`` as ``answer``.
    """
    asked = _asked(question, parameters, named)

    def ask(current: Build | None) -> T:
        version, database = _database(current)
        hold(database, _corrections())
        key = (*asked, database.ledger_version)
        return _kept(
            version,
            key,
            lambda: database.steady(lambda: question(database, *parameters, **named)),
        )

    return _steady(ask)


def fresh(
    question: Callable[Concatenate[Database, P], T], *parameters: P.args, **named: P.kwargs
) -> T:
    """Return what ``chosen`` does and keep nothing: for answers too large to keep."""

    def ask(current: Build | None) -> T:
        _, database = _database(current)
        return held_with(database, _corrections, lambda _: question(database, *parameters, **named))

    return _steady(ask)


def _stood(now: Decisions) -> Mapping[str, History]:
    address = ledger_address()
    return _histories(address, now.version, _ledger(address)) if now.has_any else {}


def _corrections() -> Decisions | None:
    """Return what is decided as one run of a page first meets it, None where that is not known."""
    return once("corrections", lambda: where_known(decisions))


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
    """Return an answer, asked once a day; what is asked is values, told apart by their words."""
    hash(asked)
    about = f"{today()} {asked!r}"
    found: T = _kept_answer(version, about, _ask=ask)
    if not is_current(version):
        _kept_answer.clear(version, about)
    return found


def _asked(
    question: Callable[..., object], parameters: tuple[object, ...], named: Mapping[str, object]
) -> tuple[object, ...]:
    return question.__module__, question.__qualname__, parameters, tuple(sorted(named.items()))


def _database(current: Build | None) -> tuple[str, Database]:
    if current is None:
        raise StoreError("There is no database yet: load reports first.")
    version = version_of(current)

    def find() -> Database:
        found = _opened(version, current)
        if not is_current(version):
            _opened.clear()
        return found

    return version, once(version, find)


@st.cache_resource(max_entries=1, show_spinner=False)
def _ledger(address: str) -> Ledger:
    return ledgers.open_ledger(address)


@st.cache_resource(max_entries=1, show_spinner=False)
def _histories(
    address: str,  # noqa: ARG001 the key
    version: tuple[int, int],
    _held: Ledger,
) -> Mapping[str, History]:
    _, last = version
    return histories(
        event for event in _held.all_events() if event.is_invented or event.number <= last
    )


@st.cache_data(max_entries=KEPT_ANSWERS, show_spinner=False)
def _kept_answer(version: str, asked: str, _ask: Callable[[], object]) -> Any:  # noqa: ARG001 keys
    return _ask()


@st.cache_resource(max_entries=1, show_spinner=False)
def _opened(version: str, _build: Build) -> Database:  # noqa: ARG001 the key
    _kept_answer.clear()
    return open_build(_build)
