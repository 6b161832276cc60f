"""The commands together: help, version, statuses of wrong calls."""

from importlib.metadata import version

import pytest

from tests.cli.conftest import Run

COMMANDS = (["load"], ["check"], ["export", "reports"], ["serve"])


def test_version_is_that_of_the_package(run: Run) -> None:
    done = run("--version")
    assert (done.status, done.out) == (0, f"dash-intel {version('dash-intel')}\n")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_has_an_example_and_the_exit_statuses(run: Run, command: list[str]) -> None:
    done = run(*command, "--help")
    assert done.status == 0
    assert f"Example:\n    dash-intel {' '.join(command)} " in done.out
    assert "Exit status: 0 done;" in done.out


def test_no_command_shows_the_help(run: Run) -> None:
    done = run()
    assert done.status == 64
    assert done.out.startswith("Usage: dash-intel ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["lod"],
        ["load"],
        ["load", "x", "--jobs", "0"],
        ["load", "x", "--jobs", "many"],
        ["check", "x", "--format", "xml"],
        ["load", ""],
        ["load", "x", "", "--dry-run"],
        ["check", ""],
        ["export"],
        ["export", "reports", "--nothing"],
        ["serve", "--port", "99999"],
    ],
    ids=" ".join,
)
def test_wrong_call_is_one_line_and_a_status_of_its_own(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (64, "")
    assert len(done.err.splitlines()) == 1
    assert done.err.startswith("dash-intel: ")


def test_hostile_argument_cannot_steer_the_terminal(run: Run) -> None:
    assert "\x1b" not in run("check", "x", "--format", "\x1b[31m").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "x", "--format", "xml"], "'--format': 'xml' is not one of 'text', 'json'"),
        (["load", "x", "--jobs", "0"], "'--jobs': it must be greater than or equal to 1"),
        (["load", "x", "--jobs", "many"], "'--jobs': not a whole number"),
        (["load", "x", "--wait", "long"], "'--wait': not a number"),
    ],
)
def test_wrong_value_is_told_plainly(run: Run, arguments: list[str], said: str) -> None:
    assert run(*arguments).err == (
        f"dash-intel: Invalid value for {said} (see `dash-intel --help`)\n"
    )


@pytest.mark.parametrize("command", ["load", "check"])
def test_empty_path_is_not_the_current_folder(run: Run, command: str) -> None:
    assert run(command, "").err == (
        "dash-intel: Invalid value: an empty PATH names nothing: name a file or a folder, or . for "
        "the current one (see `dash-intel --help`)\n"
    )
