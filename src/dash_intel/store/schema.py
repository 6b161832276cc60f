"""The version of the tables, how they are made, and whether a build has them."""

from importlib.metadata import version
from importlib.resources import files

import duckdb

from dash_intel.errors import BuildVersionError, StoreError
from dash_intel.store.duck import Connection

SCHEMA_VERSION = 4
"""Raised with every change of ``schema.sql``."""


def create_tables(connection: Connection, built_on: int | None) -> None:
    """Make the tables of ``schema.sql`` in an empty database and note where they come from.

    ``built_on`` is the number of the build that the reports come from, None where there is none.
    """
    connection.execute(statements("schema.sql"))
    connection.execute(
        "INSERT INTO meta VALUES ($schema_version, $program_version, $built_on)",
        {
            "schema_version": SCHEMA_VERSION,
            "program_version": version("dash-intel"),
            "built_on": built_on,
        },
    )


def commit(connection: Connection) -> None:
    """End the transaction, and make sure that single reports are found without a search.

    Without the index of keys, reading the few reports of a search takes four times as long.
    """
    connection.execute("COMMIT")
    connection.execute("CREATE UNIQUE INDEX IF NOT EXISTS report_by_key ON report (report_key)")
    connection.execute("CHECKPOINT")


def note_copy(connection: Connection, built_on: int) -> None:
    """Note that this database is a copy of the build of this number, by this program."""
    connection.execute(
        "UPDATE meta SET program_version = $program_version, built_on = $built_on",
        {"program_version": version("dash-intel"), "built_on": built_on},
    )


def schema_version(connection: Connection, name: str, database: str = "build") -> int:
    """Return the version of a build's tables; ``StoreError`` where it is none of ours."""
    try:
        found = connection.execute(f"SELECT schema_version FROM {database}.meta").fetchone()  # noqa: S608 - a name of ours
    except duckdb.CatalogException as error:
        raise StoreError(f"{name} is no database of dash-intel.") from error
    if found is None:
        raise StoreError(f"{name} is no database of dash-intel.")
    return int(found[0])


def require_version(connection: Connection, name: str, database: str = "build") -> None:
    """Raise ``BuildVersionError`` where the build was written with other tables."""
    found = schema_version(connection, name, database)
    if found < SCHEMA_VERSION:
        raise BuildVersionError(
            f"{name} was written by an older version of dash-intel (schema {found}, this one reads "
            f"{SCHEMA_VERSION}): run `dash-intel load --reread`, which reads its texts again."
        )
    if found > SCHEMA_VERSION:
        raise newer(name, found)


def newer(name: str, found: int) -> BuildVersionError:
    """Return the error for a build that a later version of the program wrote."""
    return BuildVersionError(
        f"{name} was written by a newer version of dash-intel (schema {found}, this one reads "
        f"{SCHEMA_VERSION}): install that version, or go back with `dash-intel rollback`."
    )


def statements(name: str) -> str:
    """Return the text of an SQL file of this package."""
    return files("dash_intel.store").joinpath(name).read_text(encoding="utf-8")
