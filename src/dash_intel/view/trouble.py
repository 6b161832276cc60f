"""What kept something from being done, in one sentence."""

import errno

from dash_intel.errors import StoreError

_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def trouble(error: StoreError) -> str:
    """Return what kept the database from being written, and what to do about it."""
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.errno in _FORBIDDEN:
        return (
            f"{str(error).removesuffix('.')}: let the user who runs the app write there, "
            "then try again."
        )
    return str(error)
