"""Where the ledger is, and what cannot be one."""

from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from dash_intel.errors import LedgerError
from dash_intel.ledger import is_there, migrating, open_ledger
from dash_intel.ledger.engine import open_engine
from dash_intel.ledger.schema import VERSION, metadata


def test_opening_makes_the_tables_of_the_schema_once(address: str) -> None:
    for _ in range(2):
        with closing(open_ledger(address)) as ledger:
            assert ledger.head().number == 0
    engine = create_engine(address)
    found = inspect(engine).get_columns("event")
    described = [(column.name, column.nullable) for column in metadata.tables["event"].columns]
    assert [(column["name"], column["nullable"]) for column in found] == described
    engine.dispose()


def test_version_is_the_last_step(address: str) -> None:
    config = Config()
    folder = Path(migrating.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))
    assert ScriptDirectory.from_config(config).get_current_head() == VERSION


def test_ledger_of_a_later_version_is_refused(address: str) -> None:
    open_ledger(address).close()
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(LedgerError, match="written by a later version"):
        open_ledger(address)


def test_sqlite_writes_ahead_and_waits_for_the_disk(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'deep' / 'ledger.sqlite'}"
    engine = open_engine(address)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    engine.dispose()
    assert is_there(address)
    assert not is_there(f"sqlite:///{tmp_path / 'none.sqlite'}")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("ledger.sqlite", "DASH_INTEL_LEDGER is no address"),
        ("sqlite://", "write sqlite:///path/ledger.sqlite or postgresql"),
        ("mysql://root:secret@host/db", "cannot be in mysql://root:\\*\\*\\*@host/db"),
        ("nosql://host/db", "cannot be in nosql://host/db"),
        ("postgresql://u:secret@127.0.0.1:1/db?connect_timeout=2", "u:\\*\\*\\*@127.0.0.1:1/db"),
    ],
)
def test_address_that_cannot_be_used_is_refused_without_its_password(
    wrong: str, message: str
) -> None:
    with pytest.raises(LedgerError, match=message) as refused:
        open_ledger(wrong)
    assert "secret" not in str(refused.value)


def test_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Not a database, " * 100, encoding="utf-8")
    with pytest.raises(LedgerError, match=r"notes\.txt cannot be used \(file is not a database"):
        open_ledger(f"sqlite:///{tmp_path / 'notes.txt'}")
    with pytest.raises(LedgerError, match=r"folder .* cannot be made"):
        open_ledger(f"sqlite:///{tmp_path / 'notes.txt' / 'ledger.sqlite'}")
