"""Every SQL file says what its rows are and is asked by a function."""

from importlib.resources import files

import pytest

from dash_intel.query.statement import statement

NAMES = sorted(
    path.name.removesuffix(".sql") for path in (files("dash_intel.query") / "sql").iterdir()
)


@pytest.mark.parametrize("name", NAMES)
def test_first_line_is_the_grain_of_the_rows(name: str) -> None:
    assert statement(name).startswith("-- One row")
