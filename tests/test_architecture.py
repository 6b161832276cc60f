"""The house rules that no linter knows."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "dash_intel"
MODULES = sorted(SOURCE.rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
ALL = [*MODULES, *PAGES, ROOT / "app.py"]
FORBIDDEN_NAMES = {"utils", "helpers", "common", "core", "manager", "base"}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _room(path: Path) -> str:
    parts = path.relative_to(SOURCE).parts if path.is_relative_to(SOURCE) else (path.parent.name,)
    return parts[0].removesuffix(".py")


def _imported(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_has_at_most_250_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


@pytest.mark.parametrize("path", PAGES, ids=_name)
def test_a_page_has_at_most_60_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 60


@pytest.mark.parametrize("path", ALL, ids=_name)
def test_a_function_has_at_most_40_lines(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > 40
    ]
    assert long == []


@pytest.mark.parametrize("path", ALL, ids=_name)
def test_a_module_is_called_what_it_is_about(path):
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("streamlit", {"ui", "pages", ROOT.name}),
        ("duckdb", {"store"}),
        ("tantivy", {"store"}),
        ("sqlalchemy", {"ledger"}),
        ("alembic", {"ledger"}),
        ("lxml", {"read"}),
        ("pypdf", {"read"}),
        ("docx", {"read"}),
        ("openpyxl", {"read", "export"}),
        ("icalendar", {"export"}),
        ("plotly", {"figure"}),
    ],
)
def test_a_library_stays_in_its_room(library, rooms):
    users = {_room(path) for path in ALL if library in _imported(path)}
    assert users <= rooms


@pytest.mark.parametrize(
    ("pattern", "owners"),
    [
        (
            r"\bsession_state\b",
            {
                "src/dash_intel/ui/state/__init__.py",
                "src/dash_intel/ui/state/exchange.py",
                "src/dash_intel/ui/state/filters.py",
                "src/dash_intel/ui/state/page.py",
                "src/dash_intel/ui/state/tracker.py",
            },
        ),
        (
            r"\bst\.query_params\b",
            {
                "src/dash_intel/ui/state/__init__.py",
                "src/dash_intel/ui/state/filters.py",
                "src/dash_intel/ui/state/page.py",
            },
        ),
        (r"\bcache_(?:data|resource)\b", {"src/dash_intel/ui/data.py"}),
    ],
)
def test_state_and_cache_have_one_owner(pattern, owners):
    users = {_name(path) for path in ALL if re.search(pattern, path.read_text(encoding="utf-8"))}
    assert users <= owners


@pytest.mark.parametrize("path", [p for p in ALL if _room(p) != "design"], ids=_name)
def test_colours_are_named_in_design(path):
    assert re.findall(r"#[0-9A-Fa-f]{6}\b", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [p for p in ALL if _room(p) != "store"], ids=_name)
def test_queries_stand_in_sql_files(path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ATTACH)\b", text) == []


@pytest.mark.parametrize("path", ALL, ids=_name)
def test_nothing_from_a_report_becomes_markup(path):
    text = path.read_text(encoding="utf-8")
    assert "unsafe_allow_html" not in text
    assert "unsafe_allow_javascript" not in text


@pytest.mark.parametrize("path", ALL, ids=_name)
def test_no_error_is_caught_without_being_named(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert caught not in {"", "Exception", "BaseException"}


def test_requirements_are_the_lock_and_end_in_the_project():
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "-e ."
    pinned = dict(line.split(" ;")[0].split("==") for line in lines if "==" in line)
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    locked = {
        (package["name"], package["version"]) for package in lock["package"] if "version" in package
    }
    assert set(pinned.items()) <= locked
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=\[]", need)[0] for need in project["dependencies"]}
    assert needed <= set(pinned)
