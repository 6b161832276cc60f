"""Pictures whose browser does not answer."""

import asyncio
from threading import Event, Thread
from typing import Any

import pytest

from dash_intel.errors import ExportError
from dash_intel.export import picture as pictures


class Stuck(pictures._Studio):
    """A studio that draws for ever."""

    def __init__(self) -> None:
        super().__init__()
        self.began, self.cancelled = Event(), Event()

    async def _draw(self, *_: Any) -> bytes:
        self.began.set()
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            self.cancelled.set()
            raise
        return b""


def test_a_picture_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "SECONDS", 0.2)
    studio = Stuck()
    with pytest.raises(TimeoutError):
        studio.drawn("browser", None, {})
    assert studio.cancelled.wait(5)


def test_a_picture_waits_only_so_long_for_those_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "SECONDS", 1)
    monkeypatch.setattr(pictures, "SECONDS_IN_LINE", 0.05, raising=False)
    studio = Stuck()
    failed: list[BaseException] = []

    def draw() -> None:
        try:
            studio.drawn("browser", None, {})
        except TimeoutError as error:
            failed.append(error)

    first = Thread(target=draw)
    first.start()
    assert studio.began.wait(5)
    with pytest.raises(ExportError, match="try again"):
        studio.drawn("browser", None, {})
    first.join()
    assert len(failed) == 1
