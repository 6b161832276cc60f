"""What a search found, in words: a list to read, and a table to take away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from dash_intel.query.results import MOST_LISTED, PAGE, Order, Result, Results
from dash_intel.store import Segment
from dash_intel.view import cells
from dash_intel.view.item import Chip
from dash_intel.view.literal import TITLE, literal, opening
from dash_intel.view.overview import chips
from dash_intel.view.table import TableView
from dash_intel.view.words import PROFILES, count, day, listed, named
from dash_intel.vocab.areas import Area, areas

ORDER_LABELS: Mapping[Order, str] = MappingProxyType(
    {"relevance": "Best match first", "date": "Newest first"}
)
MOST_REGIONS = 3


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A report that was found; ``title`` and ``words`` are Markdown that shows their characters."""

    report_id: str
    title: str
    meta: str
    chips: tuple[Chip, ...]
    words: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """A page of results, its number among how many, and what is said above it."""

    headline: str
    measure: str
    order: Order
    page: int
    pages: int
    rows: tuple[ResultRow, ...]


def result_page(results: Results, text: str, page: int) -> ResultPage:
    """Return a page of what was found for ``text``, which may be empty."""
    rows = tuple(
        _row(row, found)
        for row, found in zip(cells.records(results.rows), results.found, strict=True)
    )
    first = (page - 1) * PAGE + 1
    run = f"{first:,}–{first + len(rows) - 1:,}" if len(rows) > 1 else f"{first:,}"
    how = "best match first" if results.order == "relevance" else "newest first, undated last"
    return ResultPage(
        headline=headline(results.total, text),
        measure=f"{run} of {count(results.total, 'report')}, {how}." if rows else "",
        order=results.order,
        page=page,
        pages=pages(results.total),
        rows=rows,
    )


def headline(total: int, text: str) -> str:
    """Return how many reports say what is looked for."""
    if not text:
        return "Search the reports"
    verb = "matches" if total == 1 else "match"
    return f"{count(total, 'report')} {verb} “{opening(text, 9, 80)}”"


def pages(total: int) -> int:
    """Return on how many pages results stand, at least one."""
    return max(1, -(-total // PAGE))


def result_table(listing: pd.DataFrame, total: int) -> TableView:
    """Return results as rows, with every region by name."""
    rows = tuple(
        (
            cells.text(row["title"]),
            cells.text(row["publisher"]) or None,
            day(cells.day(row["published_on"])),
            ", ".join(_regions(cells.texts(row["regions"]))) or None,
            named(cells.text(row["template"]), PROFILES),
            ", ".join(chip.text for chip in _chips(row)) or None,
            " ".join(cells.text(row["opening"]).split()),
        )
        for row in cells.records(listing)
    )
    left_out = f" The first {MOST_LISTED:,} of {total:,}." if total > len(rows) else ""
    return TableView(
        f"Reports that were found, one a row.{left_out}",
        ("Title", "Publisher", "Date", "Regions", "Kind of report", "Marks", "Bottom line"),
        rows,
        (386, 160, 110, 200, 200, 120, 386),
    )


def marked(segments: Iterable[Segment]) -> str:
    """Return pieces of text as Markdown: what was looked for is bold, all else as it stands."""
    return "".join(_piece(segment) for segment in segments).strip()


def _piece(segment: Segment) -> str:
    words = literal(segment.text)
    if not words:
        return " " if segment.text else ""
    shown = f"**{words}**" if segment.is_hit else words
    before = " " if segment.text[0].isspace() else ""
    after = " " if segment.text[-1].isspace() else ""
    return f"{before}{shown}{after}"


def _row(row: cells.Row, found: Result) -> ResultRow:
    names = _regions(cells.texts(row["regions"]))
    more = len(names) - MOST_REGIONS
    where = (*names[:MOST_REGIONS], f"{more} more") if more > 0 else names
    facts = (
        cells.text(row["publisher"]),
        day(cells.day(row["published_on"])),
        listed(where),
    )
    begins = literal(opening(cells.text(row["opening"])))
    return ResultRow(
        report_id=cells.text(row["report_id"]),
        title=_title(found.title),
        meta=" · ".join(fact for fact in facts if fact),
        chips=_chips(row),
        words=f"… {marked(found.snippet)} …" if found.snippet else begins,
    )


def _title(segments: tuple[Segment, ...]) -> str:
    if any(segment.is_hit for segment in segments):
        return marked(segments)
    return literal(opening("".join(segment.text for segment in segments), 9, TITLE))


def _regions(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(areas()[Area("region", code)] for code in codes))


def _chips(row: cells.Row) -> tuple[Chip, ...]:
    return chips(cells.texts(row["flags"]), cells.text(row["marking"]))
