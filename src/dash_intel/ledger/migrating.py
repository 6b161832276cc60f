"""Brings the ledger's tables to the version of this program."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection

from dash_intel.errors import LedgerError


def migrate(connection: Connection) -> None:
    """Run the steps that are missing, inside the transaction of ``connection``.

    Raises ``LedgerError`` where a later version of the program wrote the ledger.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise LedgerError(
            "The ledger was written by a later version of this program: use that one."
        ) from error
