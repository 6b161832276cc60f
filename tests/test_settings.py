"""Where the database is."""

from pathlib import Path

import pytest

from dash_intel.errors import SettingError
from dash_intel.settings import PROJECT_ROOT, database_directory, ledger_address, roles_file


@pytest.mark.parametrize("setting", ["", "  "])
def test_database_is_in_the_project_where_nothing_names_it(
    monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv("DASH_INTEL_DB", setting)
    assert database_directory() == PROJECT_ROOT / "data" / "build"


def test_named_folder_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASH_INTEL_DB", "/from/environment")
    assert database_directory() == Path("/from/environment")
    assert database_directory(Path("/named")) == Path("/named")


def test_folder_is_a_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert database_directory(Path()) == tmp_path
    assert database_directory(Path("db")) == tmp_path / "db"
    assert database_directory(Path("~/db")) == tmp_path / "home" / "db"


def test_home_of_nobody_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASH_INTEL_DB", "~nouser/x")
    with pytest.raises(SettingError, match="~nouser/x"):
        database_directory()


def test_ledger_is_beside_the_builds_unless_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DASH_INTEL_LEDGER", raising=False)
    monkeypatch.setenv("DASH_INTEL_DB", str(tmp_path))
    assert ledger_address() == f"sqlite:///{tmp_path / 'ledger.sqlite'}"
    assert ledger_address(tmp_path / "x") == f"sqlite:///{tmp_path / 'x' / 'ledger.sqlite'}"
    monkeypatch.setenv("DASH_INTEL_LEDGER", " postgresql+psycopg://host/db ")
    assert ledger_address(tmp_path / "x") == "postgresql+psycopg://host/db"


def test_roles_are_in_no_file_unless_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASH_INTEL_ROLES", " ")
    assert roles_file() is None
    monkeypatch.setenv("DASH_INTEL_ROLES", str(tmp_path / "roles.csv"))
    assert roles_file() == tmp_path / "roles.csv"
