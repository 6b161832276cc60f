"""The version of the tables, how they are made, and whether a build has them."""

from importlib.metadata import version
from importlib.resources import files

import duckdb

from dash_intel.errors import BuildVersionError, StoreError
from dash_intel.store.duck import Connection

SCHEMA_VERSION = 1
"""Raised with every change of ``schema.sql``."""


def create_tables(connection: Connection) -> None:
    """Make the tables of ``schema.sql`` in an empty database and note their version."""
    connection.execute(statements("schema.sql"))
    connection.execute(
        "INSERT INTO meta VALUES ($schema_version, $program_version)",
        {"schema_version": SCHEMA_VERSION, "program_version": version("dash-intel")},
    )


def require_version(connection: Connection, name: str) -> None:
    """Raise ``BuildVersionError`` where the build was written with other tables."""
    try:
        found = connection.execute("SELECT schema_version FROM meta").fetchone()
    except duckdb.CatalogException as error:
        raise StoreError(f"{name} is no database of dash-intel.") from error
    if found is None or found[0] != SCHEMA_VERSION:
        raise BuildVersionError(
            f"{name} was written by another version of dash-intel (schema "
            f"{found[0] if found else 'unknown'}, this one reads {SCHEMA_VERSION}): load the "
            "reports again into an empty folder with `dash-intel load PATH --db FOLDER`."
        )


def statements(name: str) -> str:
    """Return the text of an SQL file of this package."""
    return files("dash_intel.store").joinpath(name).read_text(encoding="utf-8")
