"""Routes beside the pages, and what happens when the app starts."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from dash_intel.errors import SettingError, StoreError
from dash_intel.settings import database_directory
from dash_intel.store import current_build


def routes() -> list[Route]:
    """Return the routes of the app that are no page."""
    return [Route("/healthz", health, methods=["GET"])]


def health(_request: Request) -> JSONResponse:
    """Answer whether the app works and which build it shows; 503 where the database is broken."""
    try:
        build = current_build(database_directory())
    except (SettingError, StoreError):
        return JSONResponse({"status": "database unreadable", "build": None}, status_code=503)
    return JSONResponse({"status": "ok", "build": build.number if build else None})


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any] | None]:
    """Put what was imported out of the collector's sight, so that later collections are short."""
    gc.collect()
    gc.freeze()
    yield None
