"""Where the ledger is, and what cannot be one."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from dash_intel.errors import LedgerError
from dash_intel.ledger import add_note, has_invented, is_there, migrating, open_ledger
from dash_intel.ledger import engine as engines
from dash_intel.ledger.engine import open_engine
from dash_intel.ledger.schema import VERSION, metadata
from dash_intel.model.ledger import Editing, Person
from tests.ledger.known import ADVICE, REPORT, Known


def test_opening_makes_the_tables_of_the_schema_once(address: str) -> None:
    for _ in range(2):
        with closing(open_ledger(address)) as ledger:
            assert ledger.head().number == 0
    engine = create_engine(address)
    for name, table in metadata.tables.items():
        found = inspect(engine).get_columns(name)
        described = [(column.name, column.nullable) for column in table.columns]
        assert [(column["name"], column["nullable"]) for column in found] == described
    engine.dispose()


def test_ledger_of_the_first_version_gets_the_tables_beside_the_chain(
    address: str, known: Known, analyst: Person
) -> None:
    with closing(open_ledger(address)) as ledger:
        add_note(ledger, known, Editing(analyst, ADVICE, note="Kept."))
        head = ledger.head()
    engine = create_engine(address)
    with engine.begin() as connection:
        for name in set(metadata.tables) - {"event"}:
            connection.execute(text(f"DROP TABLE {name}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    with closing(open_ledger(address)) as ledger:
        assert (ledger.head(), ledger.verify().is_whole) == (head, True)
        assert not has_invented(ledger)


def test_ledger_whose_invented_decisions_are_gone_already_hands_out_no_old_revision(
    address: str, known: Known, analyst: Person
) -> None:
    with closing(open_ledger(address)) as ledger:
        add_note(ledger, known, Editing(analyst, ADVICE, note="Kept."))
        add_note(ledger, known, Editing(analyst, REPORT, note="Kept too."))
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE gone_revision"))
        connection.execute(text("CREATE TABLE kept AS SELECT * FROM event"))
        connection.execute(text("UPDATE kept SET revision = 3 WHERE number = 1"))
        connection.execute(text("DROP TABLE event"))
        connection.execute(text("ALTER TABLE kept RENAME TO event"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    engine.dispose()
    with closing(open_ledger(address)) as ledger:
        assert [one.last.revision for one in ledger.decisions().notes] == [4, 1]


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


def test_opening_waits_for_another_process_that_makes_the_file(tmp_path: Path) -> None:
    file = tmp_path / "ledger.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("CREATE TABLE begun (number INTEGER)")
        with ThreadPoolExecutor() as pool:
            opening = pool.submit(open_engine, f"sqlite:///{file}")
            with pytest.raises(TimeoutError):
                opening.result(timeout=1)
            other.execute("COMMIT")
            opening.result(timeout=20).dispose()


def test_writing_at_once_where_nobody_answers_is_one_error(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    engine = open_engine(f"sqlite:///{folder / 'ledger.sqlite'}")
    engine.dispose()
    shutil.rmtree(folder)
    with pytest.raises(LedgerError, match="cannot be used"):
        engines.write_at_once(engine, lambda _: None)


def test_a_file_that_stays_locked_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "WAIT_SECONDS", 0.1)
    file = tmp_path / "ledger.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("CREATE TABLE begun (number INTEGER)")
        with pytest.raises(LedgerError, match=r"cannot be used \(database is locked"):
            open_engine(f"sqlite:///{file}")


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
