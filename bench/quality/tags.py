"""How well it is told whether a passage speaks of a tag."""

from dataclasses import replace

from bench.quality.labels import is_unseen, rows
from bench.quality.measures import accuracy, told
from bench.quality.pairs import report_of
from bench.quality.result import Miss, Result
from dash_intel.enrich.tags import read_tags
from dash_intel.model.items import Tag
from dash_intel.model.report import Contents, ParseReport, Section
from dash_intel.model.span import Span

HEADINGS = ("Detailed Analysis", "Thematic Tags")


def results() -> tuple[list[Result], list[Miss]]:
    """Return how often support is told rightly; a tag without words of its own counts as none."""
    labelled = rows("tags")
    there = [row["label"] == "yes" for row in labelled]
    read = [_supported(row["tag"], row["text"]) is True for row in labelled]
    unseen = [at for at, row in enumerate(labelled) if is_unseen(row["id"])]
    found = []
    for which, chosen in (("", range(len(labelled))), (", unseen", unseen)):
        one, other = [there[at] for at in chosen], [read[at] for at in chosen]
        what, count = f"tag support{which}", len(chosen)
        found.append(Result(what, "accuracy", accuracy(one, other), count, 1.0))
        found.append(Result(what, "F1", told(one, other).f1, count, 1.0))
    misses = [
        Miss(row["id"], "tag support", row["label"], "yes" if supported else "no")
        for row, is_there, supported in zip(labelled, there, read, strict=True)
        if is_there != supported
    ]
    return found, misses


def _supported(tag: str, passage: str) -> bool | None:
    text = f"{HEADINGS[0]}\n{passage}\n{HEADINGS[1]}\n{tag}"
    at = text.rindex(HEADINGS[1])
    body = Span(len(HEADINGS[0]) + 1, at - 1)
    where = Span(len(text) - len(tag), len(text))
    sections = (
        Section("analysis", Span(0, len(HEADINGS[0])), body),
        Section("tags", Span(at, at + len(HEADINGS[1])), where),
    )
    report = report_of("labelled", text, Contents(tags=(Tag(tag, tag, where),)))
    found = read_tags(replace(report, parse=ParseReport(sections=sections)))
    return found[0].supported
