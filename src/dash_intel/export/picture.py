"""A chart as a picture, PNG or SVG, drawn by a browser of this machine that reaches no network."""

import asyncio
import atexit
import logging
from concurrent.futures import Future
from contextlib import AsyncExitStack
from pathlib import Path
from threading import Lock, Thread
from typing import Any, Literal

from kaleido import Kaleido, PageGenerator
from kaleido.errors import (
    BrowserClosedError,
    BrowserFailedError,
    ChromeNotFoundError,
    JavascriptError,
    KaleidoError,
)

from dash_intel.design.tokens import LIGHT
from dash_intel.errors import ExportError
from dash_intel.export.typeface import links, with_type
from dash_intel.figure.framed import framed, pictured
from dash_intel.settings import browser
from dash_intel.view.charted import ChartView

Kind = Literal["png", "svg"]
SHARPNESS = 2
"""Pixels of a PNG to one of the page."""

SECONDS = 60
"""What a picture may take, the start of the browser included; usually it takes a fifth of one."""

SECONDS_IN_LINE = 30
"""What a picture may wait for those before it."""

SECONDS_TO_END = 5
"""What the end of a browser may take that could not draw; another is started all the same."""

BUSY = "Another picture is being drawn: try again."

NOWHERE = "127.0.0.1:9"
"""The proxy of the browser: nothing listens there, so nothing that it asks for leaves."""

NO_BROWSER = "PNG and SVG need Chrome, Chromium or Edge on the machine that serves the app."

_STATIC = Path(__file__).parents[1] / "ui" / "static"
_FAILURES = (
    BrowserClosedError,
    BrowserFailedError,
    ChromeNotFoundError,
    JavascriptError,
    KaleidoError,
    OSError,
    TimeoutError,
)

log = logging.getLogger(__name__)


def picture(view: ChartView, scope: str, kind: Kind) -> bytes:
    """Return the chart with its words as a picture, in the light theme; ``scope`` as in ``framed``.

    Raises ``ExportError`` where no browser is found, or the one that is there fails.
    """
    path = browser()
    if path is None:
        raise ExportError(NO_BROWSER)
    try:
        return _drawn(path, framed(view, LIGHT, scope), kind)
    except _FAILURES as error:
        log.warning("no picture: %r", error)
        raise ExportError(
            f"{path} could not draw the picture; name another browser in DASH_INTEL_BROWSER."
        ) from error


def _drawn(path: str, found: Any, kind: Kind) -> bytes:
    """Return the picture with the app's type in it.

    A browser lets a drawing use no font of the page around it, so a PNG is drawn from the SVG.
    """
    size = {"width": found.layout.width, "height": found.layout.height}
    svg = with_type(_STUDIO.drawn(path, found, {"format": "svg", **size}).decode()).encode()
    if kind == "svg":
        return svg
    options = {"format": "png", "scale": SHARPNESS, **size}
    return _STUDIO.drawn(path, pictured(svg, size), options)


class _Studio:
    """One browser, kept up between pictures, that draws them one after the other.

    Kaleido's own server hands results to whoever asks first, and waits for ever for a browser
    that did not start.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stack = AsyncExitStack()
        self._kaleido: Any = None

    def drawn(self, path: str, figure: Any, options: dict[str, Any]) -> bytes:
        """Return the picture; after a failure the next one starts a new browser.

        Raises ``ExportError`` where those before it take too long.
        """
        if not self._lock.acquire(timeout=SECONDS_IN_LINE):
            raise ExportError(BUSY)
        try:
            drawing = self._run(self._draw(path, figure, options))
            try:
                found: bytes = drawing.result(SECONDS)
            except _FAILURES:
                drawing.cancel()
                self._close()
                raise
            return found
        finally:
            self._lock.release()

    async def _draw(self, path: str, figure: Any, options: dict[str, Any]) -> bytes:
        if self._kaleido is None:
            self._kaleido = await self._stack.enter_async_context(
                Kaleido(
                    timeout=SECONDS,
                    page_generator=_Page(),
                    path=path,
                    proxy_server=NOWHERE,
                )
            )
        found: bytes = await self._kaleido.calc_fig(figure, options, topojson=_topojson())
        return found

    def _run(self, work: Any) -> "Future[Any]":
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            Thread(target=self._loop.run_forever, name="pictures", daemon=True).start()
            atexit.register(self._close)
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def _close(self) -> None:
        stack, self._stack, self._kaleido = self._stack, AsyncExitStack(), None
        ending = self._run(stack.aclose())
        try:
            ending.result(SECONDS_TO_END)
        except _FAILURES as error:
            ending.cancel()
            log.warning("the browser did not end: %r", error)


class _Page:
    """The page that figures are drawn on, with the type of the app, which measures its words."""

    def generate_index(self) -> str:
        """Return the page."""
        page = str(PageGenerator(mathjax=False).generate_index())
        return page.replace("</title>", f"</title><style>{links()}</style>")


_STUDIO = _Studio()


def _topojson() -> str:
    return f"{(_STATIC / 'topojson').as_uri()}/"
