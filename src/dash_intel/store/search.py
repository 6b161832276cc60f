"""Searching the index of a build: what is wanted, as data, and what is found, by key."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

import numpy as np
import tantivy
from tantivy import Occur, Query

from dash_intel.store.index import WORDS, analyzer, index_errors

Field = Literal["text", "title", "publisher", "tag", "template"]

TITLE_WEIGHT = 2.0
"""A word in the title counts as much as this many in the body."""

WORDS_OF_A_PREFIX = 200
"""Words that begin so and are highlighted; all are found."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that must stand in a field, side by side; ``text`` is title and body.

    ``is_prefix`` where the last of them need only begin so, ``is_excluded`` where they must not
    stand there.
    """

    words: str
    field: Field = "text"
    is_prefix: bool = False
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: all clauses hold, and the day of publication lies in between.

    ``since`` and ``until`` are inclusive; undated reports are left out where either is set.
    """

    clauses: tuple[Clause, ...] = ()
    since: date | None = None
    until: date | None = None

    @property
    def is_ranked(self) -> bool:
        """Whether words of the text are looked for; else the newest come first."""
        return any(one.field in {"text", "title"} and not one.is_excluded for one in self.clauses)


class Segment(NamedTuple):
    """A piece of plain text, and whether it is what was looked for."""

    text: str
    is_hit: bool


class Match(NamedTuple):
    """A report that was found; ``score`` is BM25, 0 where no words were looked for."""

    key: int
    score: float


@dataclass(frozen=True, slots=True)
class Matches:
    """How many reports were found, and those that were asked for, best first."""

    total: int
    found: tuple[Match, ...]


class SearchIndex:
    """The index of one build, open for reading. Threads may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._links: TemporaryDirectory[str] | None = None
        self._analyzer = analyzer()
        with index_errors(folder):
            index = tantivy.Index.open(str(self._writable()))
            index.config_reader("manual")
            index.register_tokenizer(WORDS, self._analyzer)
            self._schema = index.schema
            self._searcher = index.searcher()

    def matches(
        self, wanted: Wanted, limit: int, offset: int = 0, among: Sequence[int] | None = None
    ) -> Matches:
        """Return what is found, best first; the newest first where no words are looked for.

        ``among`` are the keys of the only reports that count, where they are given.
        """
        query = self._query(wanted)
        if among is not None:
            keys_only = Query.term_set_query(self._schema, "key", list(among))
            kept = Query.const_score_query(keys_only, 0.0)
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, kept)])
        order = None if wanted.is_ranked else "day"
        with index_errors(self._folder):
            found = self._searcher.search(query, limit, offset=offset, order_by_field=order)
            addresses = [address for _, address in found.hits]
            keys = self._searcher.fast_field_values("key", addresses) if addresses else []
        scores = [score if wanted.is_ranked else 0.0 for score, _ in found.hits]
        return Matches(
            found.count or 0,  # type: ignore[attr-defined]
            tuple(Match(int(key or 0), score) for key, score in zip(keys, scores, strict=True)),
        )

    def keys(self, wanted: Wanted) -> "np.ndarray[tuple[int], np.dtype[np.int32]]":
        """Return the keys of all reports that are found, in no order."""
        query = self._query(wanted)
        with index_errors(self._folder):
            most = max(1, self._searcher.num_docs)
            found = self._searcher.search(query, most, order_by_field="day", count=False)
            addresses = [address for _, address in found.hits]
            keys = self._searcher.fast_field_values("key", addresses) if addresses else []
        return np.array(keys, np.int32)

    def words(self, text: str) -> list[str]:
        """Return the words of a text as the index knows them."""
        return self._analyzer.analyze(text)

    def snippet(self, wanted: Wanted, text: str, characters: int) -> tuple[Segment, ...]:
        """Return the piece of ``text`` with most of what is looked for; nothing where none is."""
        query = self._highlighted(wanted)
        if query is None:
            return ()
        document = tantivy.Document()
        document.add_text("body", text)
        with index_errors(self._folder):
            generator = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "body")
            generator.set_max_num_chars(characters)
            snippet = generator.snippet_from_doc(document)
            ranges = sorted((one.start, one.end) for one in snippet.highlighted())
            return tuple(_segments(snippet.fragment().encode(), ranges))

    def close(self) -> None:
        """Let go of the folder."""
        del self._searcher
        if self._links:
            self._links.cleanup()

    def _writable(self) -> Path:
        """Return a folder where the engine can make its lock file, with links to the index."""
        if os.access(self._folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            return self._folder
        self._links = TemporaryDirectory(prefix="dash-intel-", ignore_cleanup_errors=True)
        for path in self._folder.iterdir():
            (Path(self._links.name) / path.name).symlink_to(path.resolve())
        return Path(self._links.name)

    def _query(self, wanted: Wanted) -> Query:
        parts = [
            (Occur.MustNot if clause.is_excluded else Occur.Must, self._clause(clause))
            for clause in wanted.clauses
        ]
        if wanted.since or wanted.until:
            within = Query.range_query(
                self._schema,
                "day",
                tantivy.FieldType.Integer,
                lower_bound=(wanted.since or date.min).toordinal(),
                upper_bound=(wanted.until or date.max).toordinal(),
            )
            parts.append((Occur.Must, Query.const_score_query(within, 0.0)))
        if all(occur == Occur.MustNot for occur, _ in parts):
            parts.append((Occur.Must, Query.all_query()))
        return Query.boolean_query(parts)

    def _clause(self, clause: Clause) -> Query:
        words = self.words(clause.words)
        in_field = partial(self._in_field, words, is_prefix=clause.is_prefix)
        if not words:
            return Query.empty_query()
        if clause.field == "text":
            title = Query.boost_query(in_field("title"), TITLE_WEIGHT)
            return Query.boolean_query([(Occur.Should, title), (Occur.Should, in_field("body"))])
        if clause.field == "title":
            return in_field("title")
        return Query.const_score_query(in_field(clause.field), 0.0)

    def _in_field(self, words: Sequence[str], field: str, *, is_prefix: bool) -> Query:
        if is_prefix and len(words) > 1:
            return Query.phrase_prefix_query(self._schema, field, list(words))
        if is_prefix:
            return Query.regex_query(self._schema, field, f"{re.escape(words[0])}.*")
        if len(words) > 1:
            return Query.phrase_query(self._schema, field, list(words))
        return Query.term_query(self._schema, field, words[0])

    def _highlighted(self, wanted: Wanted) -> Query | None:
        words = {word for clause in wanted.clauses for word in self._shown(clause)}
        if not words:
            return None
        return Query.boolean_query(
            [(Occur.Should, Query.term_query(self._schema, "body", word)) for word in sorted(words)]
        )

    def _shown(self, clause: Clause) -> Iterator[str]:
        if clause.is_excluded or clause.field not in {"text", "title"}:
            return
        words = self.words(clause.words)
        yield from words
        if clause.is_prefix and words:
            found = self._searcher.terms_with_prefix("body", words[-1], limit=WORDS_OF_A_PREFIX)
            yield from (word for word, _ in found)


def _segments(fragment: bytes, hits: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    position = 0
    for start, end in hits:
        if start > position:
            yield _segment(fragment[position:start], is_hit=False)
        if end > max(start, position):
            yield _segment(fragment[max(start, position) : end], is_hit=True)
        position = max(position, end)
    if position < len(fragment):
        yield _segment(fragment[position:], is_hit=False)


def _segment(piece: bytes, *, is_hit: bool) -> Segment:
    return Segment(re.sub(r"\s+", " ", piece.decode("utf-8", errors="replace")), is_hit)
