"""Who may do what; the only place where that is decided."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from dash_intel.errors import RoleError, SettingError
from dash_intel.ledger.text import line
from dash_intel.model.ledger import Person, Role
from dash_intel.settings import local_user, roles_file

OTHERS = "*"
COLUMNS = ["name", "role"]

_VIEWER = frozenset({"view.save", "view.remove"})
_ANALYST = _VIEWER | {
    "recommendation.set",
    "scenario.set",
    "scenario.resolve",
    "scenario.reopen",
    "signpost.set",
    "matrix.save",
    "matrix.remove",
    "invented.put",
    "invented.remove",
    "override.set",
    "override.undo",
    "note.add",
    "note.withdraw",
    "review.mark",
    "review.unmark",
    "view.share",
}
_ADMIN = _ANALYST | {"ledger.import", "ledger.export", "note.withdraw_other", "view.change_other"}
DEEDS: Mapping[Role, frozenset[str]] = {
    "viewer": _VIEWER,
    "analyst": _ANALYST,
    "admin": _ADMIN,
}
"""What each role may do; a viewer keeps private views and changes nothing else."""


def local_person() -> Person:
    """Return who works on this machine: admin, or what the file of roles says."""
    name = line("name", local_user()) or "nobody"
    return Person(name, _role(name) if roles_file() else "admin")


def signed_in(name: str) -> Person:
    """Return who signed in by this name: viewer, or what the file of roles says."""
    return Person(line("name", name) or "nobody", _role(name))


def may(person: Person, deed: str) -> bool:
    """Tell whether a person's role allows a deed."""
    return deed in DEEDS[person.role]


def require(person: Person, deed: str) -> None:
    """Raise ``RoleError`` where a person's role does not allow a deed."""
    if not may(person, deed):
        wanted = next(role for role in get_args(Role) if deed in DEEDS[role])
        raise RoleError(
            f"{person.name} is {person.role} and may not do this: it takes the role {wanted}. "
            "Nothing was written."
        )


def _role(name: str) -> Role:
    file = roles_file()
    roles = _roles(file) if file else {}
    return roles.get(name.strip().casefold(), roles.get(OTHERS, "viewer"))


def _roles(file: Path) -> Mapping[str, Role]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"The roles in {file} cannot be read: {error}.") from error
    reader = csv.reader(text.splitlines())
    found: dict[str, Role] = {}
    for row in reader:
        if row == COLUMNS and reader.line_num == 1:
            continue
        if row:
            name, role = _entry(row, f"{file}:{reader.line_num}")
            if found.setdefault(name, role) != role:
                raise SettingError(f"{file}:{reader.line_num}: {row[0]} has two roles.")
    return found


def _entry(row: list[str], place: str) -> tuple[str, Role]:
    if len(row) == len(COLUMNS):
        for role in get_args(Role):
            if row[1].strip() == role and row[0].strip():
                return row[0].strip().casefold(), role
    allowed = ", ".join(get_args(Role))
    raise SettingError(f"{place}: write a name, a comma and one of {allowed}.")
