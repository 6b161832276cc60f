"""The database that holds the ledger: SQLite or PostgreSQL, one writer at a time."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, func, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from dash_intel.errors import LedgerError
from dash_intel.ledger.schema import VERSION, alembic_version, metadata

WAIT_SECONDS = 30
AGAIN_SECONDS = 0.02
"""Until what SQLite does not wait for by itself is tried again."""
LOCK = 0x1ED6E12
"""Names the lock that writers of one PostgreSQL database take turns with."""

_MAY_NOT = ("42501", "25006")
"""What PostgreSQL says to who has no right to write, or has a copy for reading only."""

ADDRESSES = "sqlite:///path/ledger.sqlite or postgresql+psycopg://user@host/database"


def open_engine(address: str) -> Engine:
    """Return the engine of an address, its tables brought up to date.

    Raises ``LedgerError`` where it is no address, cannot be reached, or is of a later version.
    """
    url = _url(address)
    try:
        if url.get_backend_name() == "sqlite":
            made = _sqlite(url)
        else:
            made = create_engine(url, isolation_level="READ COMMITTED", pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise LedgerError(
            "The ledger is in PostgreSQL, whose driver is not installed: pip install "
            "'dash-intel[postgres]'."
        ) from error
    try:
        _bring_up_to_date(made)
    except LedgerError:
        made.dispose()
        raise
    return made


def scratch_engine() -> Engine:
    """Return the engine of an empty ledger in memory, which is gone when it is let go of."""
    made = create_engine("sqlite://")
    metadata.create_all(made)
    return made


def is_there(address: str) -> bool:
    """Tell whether there may be a ledger; False only where its SQLite file is missing."""
    url = _url(address)
    return url.get_backend_name() != "sqlite" or Path(url.database or "").exists()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one state throughout."""
    with ledger_errors(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give the connection of the only writer; all is on disk when this ends, or nothing is."""
    with ledger_errors(engine), engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(
                    select(
                        func.set_config("lock_timeout", f"{WAIT_SECONDS}s", True),
                        func.set_config("synchronous_commit", "on", True),
                    )
                )
                connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
            yield connection


def write_at_once(engine: Engine, write: Callable[[Connection], object]) -> bool:
    """Have ``write`` write as the only writer; False where that would wait, or may not be."""
    with ledger_errors(engine), engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        try:
            with _not_waiting(connection), connection.begin():
                if engine.dialect.name == "postgresql":
                    free = connection.execute(select(func.pg_try_advisory_xact_lock(LOCK)))
                    if not free.scalar_one():
                        return False
                write(connection)
        except DBAPIError as error:
            if _is_refused(error.orig):
                return False
            raise
    return True


@contextmanager
def ledger_errors(engine: Engine) -> Iterator[None]:
    """Turn what the database says into one ``LedgerError``, without a password in it."""
    try:
        yield
    except DBAPIError as error:
        raise _unusable(engine, error.orig) from error


@contextmanager
def _not_waiting(connection: Connection) -> Iterator[None]:
    """Have SQLite give up at once where another one writes."""
    held = connection.connection.dbapi_connection
    if not isinstance(held, sqlite3.Connection):
        yield
        return
    held.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        held.execute(f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}")


def _is_refused(error: BaseException | None) -> bool:
    """Tell whether another one writes, or nothing may be written here."""
    if isinstance(error, sqlite3.Error):
        return error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY}
    return getattr(error, "sqlstate", None) in _MAY_NOT


def named(url: URL) -> str:
    """Return an address as it may be shown."""
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string()


def _url(address: str) -> URL:
    try:
        url = make_url(address)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError) as error:
        raise LedgerError(f"DASH_INTEL_LEDGER is no address: write {ADDRESSES}.") from error
    if backend == "sqlite" and url.database not in {None, "", ":memory:"}:
        return url.set(drivername="sqlite")
    if backend == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    raise LedgerError(f"The ledger cannot be in {named(url) or backend}: write {ADDRESSES}.")


def _sqlite(url: URL) -> Engine:
    folder = Path(url.database or "").absolute().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(
            f"The ledger's folder {folder} cannot be made: {error.strerror or error}."
        ) from error
    made = create_engine(url, connect_args={"timeout": WAIT_SECONDS})

    @event.listens_for(made, "connect")
    def _settle(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # SQLAlchemy's begin says which kind is wanted
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        is_writing = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")

    return made


def _bring_up_to_date(engine: Engine) -> None:
    with reading(engine) as connection:
        if _version(connection) == VERSION:
            return
    if engine.dialect.name == "sqlite":
        _log_ahead(engine)
    from dash_intel.ledger.migrating import migrate  # noqa: PLC0415 Alembic takes 0.2 s to import

    with writing(engine) as connection:
        if _version(connection) != VERSION:
            migrate(connection)


def _log_ahead(engine: Engine) -> None:
    """Have SQLite write ahead, which it remembers in the file.

    It gives up at once where another process has begun to write, so that is waited for here.
    """
    until = time.monotonic() + WAIT_SECONDS
    with ledger_errors(engine), closing(engine.raw_connection()) as connection:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise _unusable(engine, error) from error
                time.sleep(AGAIN_SECONDS)
            else:
                return


def _unusable(engine: Engine, error: BaseException | None) -> LedgerError:
    said = " ".join(str(error).split())
    return LedgerError(
        f"The ledger in {named(engine.url)} cannot be used ({said}): nothing was written."
    )


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table(alembic_version.name):
        return None
    return connection.execute(select(alembic_version.c.version_num)).scalar()
