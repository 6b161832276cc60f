"""Who decides on a page, with Streamlit's login and without."""

from pathlib import Path

import pytest
import streamlit as st

from dash_intel.model.ledger import Person
from dash_intel.ui import identity


@pytest.fixture
def roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "roles.csv"
    file.write_text("name,role\nmira@example.org,analyst\njon,admin\n", encoding="utf-8")
    monkeypatch.setenv("DASH_INTEL_ROLES", str(file))
    monkeypatch.setenv("LOGNAME", "jon")


@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize(
    ("login", "expected"),
    [
        ({}, Person("jon", "admin")),
        ({"is_logged_in": False}, Person("nobody", "viewer")),
        (
            {"is_logged_in": True, "email": "Mira@example.org", "name": "Mira"},
            Person("Mira@example.org", "analyst"),
        ),
        ({"is_logged_in": True, "name": "Jon"}, Person("Jon", "admin")),
        ({"is_logged_in": True, "email": "eva@example.org"}, Person("eva@example.org", "viewer")),
        ({"is_logged_in": True}, Person("nobody", "viewer")),
    ],
)
def test_person_is_who_signed_in_else_the_machines_user(
    monkeypatch: pytest.MonkeyPatch, login: dict[str, object], expected: Person
) -> None:
    monkeypatch.setattr(type(st.user), "to_dict", lambda _: login)
    assert identity.person() == expected
