"""How long the server takes for a page after a filter changed: all of its script.

What is timed is the page's whole script: every question, every view model, every figure, and
handing them to Streamlit. The app keeps no answer of another filter; the build is open.
"""

import os
import resource
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from streamlit.testing.v1 import AppTest

from dash_intel.query.filters import Filters
from dash_intel.settings import PROJECT_ROOT
from dash_intel.ui import data, shell

PAGES = (
    "overview",
    "trends",
    "risk",
    "regions",
    "scenarios",
    "recommendations",
    "hypotheses",
    "search",
    "coverage",
)
MAIN = PROJECT_ROOT / "src" / "dash_intel" / "ui" / "main.py"


@dataclass(frozen=True, slots=True)
class Answered:
    """Milliseconds of one page over all filters.

    Of the clock; of it, how long the page waited for answers; and of the processor.
    """

    page: str
    clock: tuple[float, ...]
    answers: tuple[float, ...]
    processor: tuple[float, ...]

    def middle(self) -> float:
        """The median by the clock."""
        return statistics.median(self.clock)

    def slow(self) -> float:
        """The 95th percentile by the clock."""
        return _percentile(self.clock)

    def slow_answers(self) -> float:
        """The 95th percentile of how long the page waited for answers."""
        return _percentile(self.answers)

    def slow_processor(self) -> float:
        """The 95th percentile of processor time, both cores together."""
        return _percentile(self.processor)


def answered(database: Path, mix: Sequence[Filters]) -> Iterator[Answered]:
    """Yield each page as it is timed."""
    environment = {
        "DASH_INTEL_DB": str(database),
        "DASH_INTEL_LEDGER": f"sqlite:///{database / 'none.sqlite'}",
    }
    with patch.dict(os.environ, environment):
        for page in PAGES:
            yield _timed(page, mix)


def _timed(page: str, mix: Sequence[Filters]) -> Answered:
    app = AppTest.from_file(str(MAIN), default_timeout=300).run()
    app.switch_page(str(PROJECT_ROOT / "pages" / f"{page}.py")).run()
    clock, answers, processor = [], [], []
    for filters in mix:
        data.forget_answers()
        app.query_params.clear()
        for key, values in (filters.to_url() or {"period": ["6m"]}).items():
            app.query_params[key] = values
        with _watched() as taken:
            app.run()
        assert not app.exception, app.exception
        clock.append(taken["clock"])
        answers.append(taken["answers"])
        processor.append(taken["processor"])
    return Answered(page, tuple(clock), tuple(answers), tuple(processor))


@contextmanager
def _watched() -> Iterator[dict[str, float]]:
    run, steady = shell.run, data._steady
    taken = {"answers": 0.0}
    page: list[int] = []

    def waited(ask: Callable[..., Any]) -> Any:
        began = time.perf_counter()
        try:
            return steady(ask)
        finally:
            if threading.get_ident() in page:
                taken["answers"] += (time.perf_counter() - began) * 1000

    def timed() -> None:
        page[:] = [threading.get_ident()]
        began, used = time.perf_counter(), _processor()
        run()
        taken["clock"] = (time.perf_counter() - began) * 1000
        taken["processor"] = (_processor() - used) * 1000

    with patch.object(shell, "run", timed), patch.object(data, "_steady", waited):
        yield taken


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _percentile(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1]
