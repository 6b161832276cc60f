"""The documentation is held to the code."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from dash_intel.parse.profile import BUILT_IN
from dash_intel.read.kinds import SUPPORTED
from dash_intel.read.outcome import Code
from dash_intel.store import LOOKS_ALIKE
from dash_intel.store.tombstones import PURGED

COMMANDS = (
    "load",
    "check",
    "export reports",
    "search",
    "explain",
    "places",
    "advice",
    "events",
    "builds",
    "rollback",
    "purge",
    "recommend list",
    "recommend set",
    "recommend export",
    "recommend import",
    "recommend calendar",
    "scenario list",
    "scenario set",
    "scenario resolve",
    "override list",
    "override set",
    "override undo",
    "view list",
    "view save",
    "view show",
    "ledger export",
    "ledger import",
    "ledger verify",
    "ledger head",
    "serve",
    "synth",
)
VARIABLES = (
    "DASH_INTEL_BROWSER",
    "DASH_INTEL_DB",
    "DASH_INTEL_LEDGER",
    "DASH_INTEL_ROLES",
    "DASH_INTEL_VOCAB",
    "DASH_INTEL_YARDSTICK",
)
ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _first_cells(name: str) -> set[str]:
    rows = re.findall(r"^\| (`[^|]+) \|", _text(name), re.MULTILINE)
    return {code for row in rows for code in re.findall(r"`([^`]+)`", row)}


def test_every_warning_is_explained():
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src/dash_intel/parse").glob("*.py")
    )
    codes = set(re.findall(r"\.warn\(\s*\"([a-z_]+)\"", source))
    assert codes | {LOOKS_ALIKE} == _first_cells("docs/warnings.md")


def _rejection_codes() -> set[str]:
    """Return the codes that the program writes into a ``Rejection`` itself."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "src").rglob("*.py")]
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    named = (call for call in calls if getattr(call.func, "id", "") == "Rejection")
    return {
        code.value for call in named for code in call.args[1:2] if isinstance(code, ast.Constant)
    }


def test_every_rejection_and_format_is_explained():
    assert {"reader_died", "line_too_long"} <= _rejection_codes()
    codes = {*get_args(Code), *_rejection_codes(), PURGED, *SUPPORTED, "-"}
    assert codes == _first_cells("docs/formats.md")


def test_every_built_in_profile_is_explained():
    assert set(BUILT_IN) <= _first_cells("docs/profiles.md")


def test_the_profile_in_the_guide_is_the_one_that_is_tested():
    code = re.search(r"```python\n(.*?)```", _text("docs/profiles.md"), re.DOTALL)
    assert code is not None
    names: dict[str, object] = {"__name__": "guide"}
    exec(compile(code.group(1), "docs/profiles.md", "exec"), names)  # noqa: S102 it is our own page
    from dash_intel.parse.profile import Profile  # noqa: PLC0415 beside its only use

    assert isinstance(names["PROFILE"], Profile)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("target", ["run", "test", "check", "format"])
def test_what_the_documents_say_to_make_can_be_made(target):
    assert re.search(rf"^{target}:", _text("Makefile"), re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_in_the_readme_exist(command):
    assert f"dash-intel {command}" in _text("README.md") + _text("docs/ledger.md")
    shown = subprocess.run(
        [sys.executable, "-m", "dash_intel", *command.split(), "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Example" in shown.stdout


@pytest.mark.parametrize("variable", VARIABLES)
def test_every_environment_variable_is_explained(variable):
    assert f"`{variable}`" in _text("README.md")


def test_every_environment_variable_of_the_code_is_listed_here():
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert set(re.findall(r"\bDASH_INTEL_[A-Z]+", source)) == set(VARIABLES)
