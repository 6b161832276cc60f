"""The page of results."""

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bench.dashboard.answering import Answered
from bench.dashboard.mix import MIX
from bench.dashboard.settled import ROUNDS, Settled
from bench.page import machine

_INTRODUCTION = """\
# How fast the pages answer

Written by `make bench-dashboard`; not edited by hand. {count} sets of filters
([mix.py](mix.py)), from none to many, each asked of every page once, on invented reports.

**Server** is the whole script of a page after a filter changed: every question, every view model,
every figure, and handing them to Streamlit. No answer is kept from before; the build is open.
Goal, for the questions and view models alone: 95 of 100 within 150 ms at 100,000 reports, within
600 ms at 1,000,000.
"""

_LARGER = (
    "The largest build is the smaller one with every report under several keys; its search\n"
    "index is that of the first copy.\n"
)

_IN_THE_BROWSER = """\
Milliseconds from a click that removes a region from the filters to the last change of the page, in
Chromium on the same machine, median of {rounds}; beside it a page with nothing but the same charts.
*Sent* is what the server sends for the page when it is opened. Goal: 1.5 times the bare page, 1 MB.
"""


def written(found: Mapping[int, Sequence[Answered]], clicks: Sequence[Settled]) -> str:
    """Return the page in Markdown."""
    lines = [
        _INTRODUCTION.format(count=len(MIX)),
        f"{datetime.now(UTC):%Y-%m-%d}, {machine()}; load average {os.getloadavg()[1]:.1f}.",
        "",
        *([_LARGER] if len(found) > 1 else ["The larger build was not timed in this run.\n"]),
    ]
    for count, pages in found.items():
        lines += [f"## Server, {count:,} reports", "", *_answers(pages), ""]
    return "\n".join([*lines, *(_clicks(clicks) if clicks else [])]) + "\n"


def _answers(pages: Sequence[Answered]) -> list[str]:
    rows = [
        f"| {one.page} | {one.middle():.0f} | {one.slow():.0f} | {max(one.clock):.0f} "
        f"| {one.slow_answers():.0f} | {one.slow_processor():.0f} |"
        for one in pages
    ]
    return [
        "Milliseconds: median, 95th percentile, slowest; the 95th of how long the page waited for",
        "answers, and of both cores' processor time.",
        "",
        "| page | median | 95 % | slowest | 95 %, answers | 95 %, processor |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        *rows,
    ]


def _clicks(clicks: Sequence[Settled]) -> list[str]:
    rows = [
        f"| {one.page} | {one.charts} | {one.ours:.0f} | {one.bare:.0f} | {one.ratio:.2f} "
        f"| {one.sent / 1000:,.0f} kB |"
        for one in clicks
    ]
    return [
        "## In the browser",
        "",
        _IN_THE_BROWSER.format(rounds=ROUNDS),
        "",
        "| page | charts | ours | bare | ratio | sent |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        *rows,
    ]
