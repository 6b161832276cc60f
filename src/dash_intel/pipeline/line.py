"""The line that a worker process holds to the process that started it.

It stands apart because its thread runs to the very end of a worker: what its module knows is not
let go of then, and libraries complain of that on the terminal.
"""

import os
import threading
from multiprocessing.connection import Connection


def hold_line(line: Connection) -> None:
    """Leave at once when the other end of ``line`` breaks, however that came about."""
    threading.Thread(target=_leave_when_broken, args=(line,), daemon=True).start()


def _leave_when_broken(line: Connection) -> None:
    try:
        line.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)
