"""Who may do what."""

from pathlib import Path
from typing import get_args

import pytest

from dash_intel.errors import RoleError, SettingError
from dash_intel.ledger import local_person, require, signed_in
from dash_intel.ledger.people import DEEDS
from dash_intel.model.ledger import Person, Role


@pytest.fixture
def roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "roles.csv"
    monkeypatch.setenv("DASH_INTEL_ROLES", str(file))
    monkeypatch.setenv("LOGNAME", "mira")
    return file


def test_without_roles_the_local_user_may_do_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DASH_INTEL_ROLES", raising=False)
    monkeypatch.setenv("LOGNAME", "mira")
    assert local_person() == Person("mira", "admin")
    assert signed_in("Ada") == Person("Ada", "viewer")


def test_roles_are_read_from_the_file(roles: Path) -> None:
    roles.write_text("name,role\nMira,analyst\nada@example.org,admin\n", encoding="utf-8")
    assert local_person() == Person("mira", "analyst")
    assert signed_in("Ada@Example.org").role == "admin"
    assert signed_in("Bo").role == "viewer"


def test_star_stands_for_all_others(roles: Path) -> None:
    roles.write_text("Mira,viewer\n*,analyst\n", encoding="utf-8")
    assert (local_person().role, signed_in("Bo").role) == ("viewer", "analyst")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name,role\nMira,boss\n", "roles.csv:2: write a name"),
        ("Mira\n", "roles.csv:1: write a name"),
        (",admin\n", "roles.csv:1: write a name"),
        ("Mira,admin\nmira,viewer\n", "roles.csv:2: mira has two roles"),
    ],
)
def test_broken_file_is_named_with_its_line(roles: Path, text: str, place: str) -> None:
    roles.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=place):
        local_person()


def test_missing_file_makes_nobody_admin(roles: Path) -> None:
    with pytest.raises(SettingError, match="cannot be read"):
        local_person()


def test_each_role_may_do_all_that_the_one_below_may() -> None:
    viewer, analyst, admin = (DEEDS[role] for role in get_args(Role))
    assert viewer < analyst < admin


@pytest.mark.parametrize("role", ["viewer", "analyst"])
def test_deeds_beyond_a_role_are_refused_by_name(role: Role) -> None:
    for deed in DEEDS["admin"] - DEEDS[role]:
        with pytest.raises(RoleError, match=f"Mira is {role} and may not do this"):
            require(Person("Mira", role), deed)
