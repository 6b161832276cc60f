"""Searching reports by words of their title and body."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dash_intel.query.search_words import question
from dash_intel.query.statement import statement
from dash_intel.store import Database, Segment, Wanted

SNIPPET_CHARACTERS = 240


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that was found. Title and snippet are pieces of plain text, hits marked.

    ``snippet`` is the piece of the text with most of what was looked for, else how its bottom line
    begins. ``score`` is BM25, 0 where no words were looked for.
    """

    report_id: str
    title: tuple[Segment, ...]
    snippet: tuple[Segment, ...]
    publisher: str | None
    published_on: date | None
    template: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: how many in all, those asked for, and what was not understood."""

    total: int
    hits: tuple[Hit, ...]
    notes: tuple[str, ...]


class _Row(NamedTuple):
    """A row of ``hits.sql``."""

    report_key: int
    report_id: str
    publisher: str | None
    published_on: date | None
    template: str
    text: str
    title: str
    opening: str


def search(database: Database, text: str, limit: int = 20, offset: int = 0) -> Found:
    """Return the reports that ``text`` finds, best first, each in its newest revision.

    Never fails on a text: what is no proper syntax is looked for as it stands, and a note says so.
    The syntax is in ``docs/database.md``.
    """
    asked = question(text)
    if not (asked.wanted.clauses or asked.wanted.since or asked.wanted.until):
        return Found(0, (), asked.notes)
    matches = database.index.matches(asked.wanted, limit, offset)
    scores = {match.key: match.score for match in matches.found}
    rows = database.cells(statement("hits"), keys=list(scores)) if scores else []
    by_key = {row.report_key: row for row in map(_Row._make, rows)}
    hits = (
        _hit(database, asked.wanted, by_key[key], score)
        for key, score in scores.items()
        if key in by_key
    )
    return Found(matches.total, tuple(hits), asked.notes)


def _hit(database: Database, wanted: Wanted, row: _Row, score: float) -> Hit:
    title = database.index.snippet(wanted, row.title, 4 * len(row.title) + 1)
    snippet = database.index.snippet(wanted, row.text, SNIPPET_CHARACTERS)
    return Hit(
        report_id=row.report_id,
        title=title or (Segment(row.title, is_hit=False),),
        snippet=snippet or (Segment(row.opening, is_hit=False),),
        publisher=row.publisher,
        published_on=row.published_on,
        template=row.template,
        score=score,
    )
