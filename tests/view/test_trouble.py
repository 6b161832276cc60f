"""What kept the database from being written."""

import errno

import pytest

from dash_intel.errors import StoreError
from dash_intel.view.trouble import trouble


def store_error(number: int) -> StoreError:
    error = StoreError("The database cannot use /data: refused.")
    error.__cause__ = OSError(number, "refused")
    return error


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_missing_permission_says_what_to_do(number: int) -> None:
    assert trouble(store_error(number)) == (
        "The database cannot use /data: refused: let the user who runs the app write there, then "
        "try again."
    )


def test_other_trouble_is_said_as_the_database_says_it() -> None:
    assert trouble(store_error(errno.ENOSPC)) == "The database cannot use /data: refused."
    assert trouble(StoreError("Another load is running.")) == "Another load is running."
