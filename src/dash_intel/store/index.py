"""The search index of a build: what it holds of a report, and how words are told apart.

Words are runs of letters and digits, without regard to case and accents; they are not stemmed, so
what is found is what was written. Only the newest revision of a report is in the index. Texts are
not: snippets come from the database.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import tantivy

from dash_intel.errors import StoreError
from dash_intel.store.copies import copy_file, link_file
from dash_intel.store.duck import is_full, out_of_space
from dash_intel.store.packed import Packed

WORDS = "words"
LONGEST_WORD = 100
HEAP_BYTES = 64_000_000

_WRITTEN_AGAIN = {"meta.json", ".managed.json"}
_LOCKS = {".tantivy-meta.lock", ".tantivy-writer.lock"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What is found of a report; ``key`` is its key in the database of the same build."""

    key: int
    published_on: date | None
    title: str
    body: str
    publisher: str | None
    tags: tuple[str, ...]
    template: str


def entry(key: int, report: Packed) -> Entry:
    """Return what is found of ``report``."""
    return Entry(
        key,
        report.published_on,
        report.headline or report.title or "",
        report.text,
        report.publisher,
        report.tags,
        report.template,
    )


def analyzer() -> tantivy.TextAnalyzer:
    """Return what takes a text apart into words."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(LONGEST_WORD))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .build()
    )


def link_index(source: Path, target: Path) -> None:
    """Copy an index; its segments, which are never written again, get a second name only."""
    target.mkdir()
    for path in source.iterdir():
        if path.name in _WRITTEN_AGAIN:
            copy_file(path, target / path.name)
        elif path.name not in _LOCKS:
            link_file(path, target / path.name)


class IndexWriter:
    """Adds to the index in a folder, which is made where it is empty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with index_errors(folder):
            folder.mkdir(exist_ok=True)
            index = tantivy.Index(_schema(), path=str(folder))
            index.register_tokenizer(WORDS, analyzer())
            self._writer = index.writer(HEAP_BYTES, num_threads=1)

    def add(self, entry: Entry) -> None:
        """Add a report."""
        document = tantivy.Document()
        document.add_integer("key", entry.key)
        if entry.published_on:
            document.add_integer("day", entry.published_on.toordinal())
        document.add_text("title", entry.title)
        document.add_text("body", entry.body)
        document.add_text("publisher", entry.publisher or "")
        document.add_text("template", entry.template)
        for tag in entry.tags:
            document.add_text("tag", tag)
        with index_errors(self._folder):
            self._writer.add_document(document)

    def remove(self, key: int) -> None:
        """Remove a report that a later revision takes the place of."""
        with index_errors(self._folder):
            self._writer.delete_documents_by_term("key", key)

    def finish(self) -> None:
        """Write what was added, whole; nothing may be added after that."""
        with index_errors(self._folder):
            self._writer.commit()
            self._writer.wait_merging_threads()
            for name in _LOCKS:
                (self._folder / name).unlink(missing_ok=True)
            for name in _WRITTEN_AGAIN:
                (self._folder / name).chmod(self._folder.stat().st_mode & 0o666)


@contextmanager
def index_errors(folder: Path) -> Iterator[None]:
    """Turn what the engine says about ``folder`` into one ``StoreError``."""
    try:
        yield
    except (ValueError, OSError) as error:
        said = str(error)
        if is_full(said):
            raise StoreError(out_of_space(folder.parent)) from error
        if "worker thread" in said:
            raise StoreError(
                f"The search index {folder} cannot be written, most likely for want of space: free "
                "some and try again; the last build is as it was."
            ) from error
        raise StoreError(
            f"The search index {folder} is damaged or cannot be used ({said.partition(chr(10))[0]})"
            ": make it anew with `dash-intel load --reread`."
        ) from error


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("key", indexed=True, fast=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    for name in ("title", "body", "publisher", "tag"):
        builder.add_text_field(name, tokenizer_name=WORDS)
    builder.add_text_field("template", tokenizer_name=WORDS)
    return builder.build()
