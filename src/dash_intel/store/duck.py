"""DuckDB as this project uses it: no extensions, no network, its errors in our words."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import duckdb

from dash_intel.errors import StoreError

Connection = duckdb.DuckDBPyConnection

_OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
WRITING_MEMORY = "250MB"
"""What DuckDB may hold in memory while it writes, so that a large load needs less than 1 GB."""

ROWS_A_GROUP = 8_192
"""Rows that are compressed and written together, though their transaction still goes on."""
_NO_LOG = "RECOVERY_MODE no_wal_writes"
"""Nobody reads a file that is being written, and one that is not finished is thrown away."""

_LOCKED = "SET enable_external_access = false; SET lock_configuration = true"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FULL_WORDS = ("no space left", "disk quota", "file too large", "out of disk")
_MISTAKES = (
    duckdb.ProgrammingError,
    duckdb.DataError,
    duckdb.NotSupportedError,
    duckdb.IntegrityError,
)


def open_file(path: Path, beside: Path | None = None) -> Connection:
    """Return a connection that writes the database file ``path``; it is made where missing.

    The file ``beside`` is attached read-only as ``old``.
    """
    config = _OFFLINE | {
        "memory_limit": WRITING_MEMORY,
        "temp_directory": f"{path.absolute()}.tmp",
    }
    connection = duckdb.connect(":memory:", config=config)
    try:
        connection.execute(
            f'ATTACH $path AS "{path.stem}" (ROW_GROUP_SIZE {ROWS_A_GROUP}, {_NO_LOG})',
            {"path": str(path.absolute())},
        )
        connection.execute(f'USE "{path.stem}"')
    except duckdb.Error:
        connection.close()
        raise
    return _locked(connection, {"old": beside} if beside else {})


def attach_file(path: Path) -> Connection:
    """Return an in-memory database with the file ``path`` attached read-only as ``build``.

    Beside it are empty databases ``ledger`` and ``derived``, in memory as well.
    """
    connection = duckdb.connect(":memory:", config=_OFFLINE)
    connection.execute("ATTACH ':memory:' AS ledger")
    connection.execute("ATTACH ':memory:' AS derived")
    return _locked(connection, {"build": path})


def _locked(connection: Connection, attached: Mapping[str, Path]) -> Connection:
    try:
        for name, path in attached.items():
            connection.execute(
                f"ATTACH $path AS {name} (READ_ONLY)", {"path": str(path.absolute())}
            )
        connection.execute(_LOCKED)
    except duckdb.Error:
        connection.close()
        raise
    return connection


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turn what DuckDB and the file system say about ``path`` into one ``StoreError``.

    Mistakes in our own statements pass: they are no trouble of the user's.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise StoreError(out_of_space(path)) from error
        raise StoreError(f"The database cannot use {path}: {error.strerror or error}.") from error
    except _MISTAKES:
        raise
    except duckdb.Error as error:
        said = str(error).partition("\n")[0]
        if is_full(said):
            raise StoreError(out_of_space(path)) from error
        raise StoreError(
            f"The database file {path} is damaged or cannot be used ({said}): put a copy of it "
            "back, or load the reports again into an empty folder."
        ) from error


def is_full(said: str) -> bool:
    """Tell whether an error's words are those of a full disk."""
    return any(words in said.lower() for words in _FULL_WORDS)


def out_of_space(path: Path) -> str:
    """Return what to say where ``path`` has no room."""
    return (
        f"There is no space left for the database in {path.parent}: free some and load again; "
        "the last build is as it was."
    )
