"""Python's collector of circles, which long work with millions of objects hardly needs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

OBJECTS_A_COLLECTION = 50_000


@contextmanager
def spared() -> Iterator[None]:
    """Let the collector look at few objects, and seldom.

    Reports and rows come by the ten thousand and hold no circles; looking for some takes a fifth of
    the time of a load. Objects that were there before are not looked at meanwhile.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(OBJECTS_A_COLLECTION)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
