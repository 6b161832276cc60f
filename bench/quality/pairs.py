"""How well the same advice and reports of one event are told from others."""

import hashlib
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.quality.labels import is_unseen, rows
from bench.quality.measures import Score, told
from bench.quality.result import Miss, Result
from dash_intel.enrich.places import read_places
from dash_intel.model.items import Recommendation
from dash_intel.model.reading import Place
from dash_intel.model.report import Contents, Head, HeadSpans, Report
from dash_intel.model.span import Span
from dash_intel.store import current_build, open_build, publish

SAME, SIMILAR = "same", "similar"


def advice() -> tuple[list[Result], list[Miss]]:
    """Return how well pairs of the same advice are grouped; ``similar`` ones are not to be."""
    pairs = rows("advice")
    reports = [_advising(f"{row['id']} {side}", row[side]) for row in pairs for side in "ab"]
    sql = "SELECT recommendation_id AS id, group_id FROM advice_group"
    groups = _groups(reports, sql)
    read = [_together(groups, f"{row['id']} a", f"{row['id']} b") for row in pairs]
    return _scored("same advice", pairs, read)


def events() -> tuple[list[Result], list[Miss]]:
    """Return how well pairs of reports of one event are grouped."""
    pairs = rows("events")
    reports = [_telling(row, side) for row in pairs for side in "ab"]
    sql = (
        "SELECT report_id AS id, event_id AS group_id FROM event "
        "INNER JOIN report ON event.report_key = report.report_key"
    )
    names = {report.sources[0]: report.report_id for report in reports}
    groups = _groups(reports, sql)
    read = [_together(groups, names[f"{row['id']} a"], names[f"{row['id']} b"]) for row in pairs]
    return _scored("events", pairs, read)


def _scored(
    what: str, pairs: Sequence[dict[str, str]], read: Sequence[bool]
) -> tuple[list[Result], list[Miss]]:
    there = [row["label"] == SAME for row in pairs]
    unseen = [at for at, row in enumerate(pairs) if is_unseen(row["id"])]
    results = [
        Result(f"{what}{which}", name, value, len(chosen), 1.0)
        for which, chosen in (("", range(len(pairs))), (", unseen", unseen))
        for name, value in _values(told([there[at] for at in chosen], [read[at] for at in chosen]))
    ]
    misses = [
        Miss(row["id"], what, row["label"], SAME if together else "apart")
        for row, is_there, together in zip(pairs, there, read, strict=True)
        if is_there != together
    ]
    return results, misses


def _values(score: Score) -> tuple[tuple[str, float], ...]:
    return ("precision", score.precision), ("recall", score.recall), ("F1", score.f1)


def _groups(reports: Sequence[Report], sql: str) -> dict[str, str]:
    with TemporaryDirectory() as folder:
        publish(Path(folder), reports, ("labelled",))
        build = current_build(Path(folder))
        assert build is not None
        with closing(open_build(build)) as database:
            found = database.rows(sql)
    return dict(zip(found["id"], found["group_id"], strict=True))


def _together(groups: dict[str, str], one: str, other: str) -> bool:
    return one in groups and groups[one] == groups.get(other)


def _advising(name: str, text: str) -> Report:
    whole = Span(0, len(text))
    countries, _ = read_places(text, None, None, [whole]).of_item(whole)
    one = Recommendation(name, text, None, whole, places=countries)
    return report_of(name, f"{text}\n\n{name}", Contents(recommendations=(one,)))


def _telling(row: dict[str, str], side: str) -> Report:
    headline, bluf = row[f"headline_{side}"], row[f"bluf_{side}"]
    text = f"{headline}\n{bluf}\n{row['id']} {side}"
    first, second = Span(0, len(headline)), Span(len(headline) + 1, len(headline) + 1 + len(bluf))
    head = Head(
        headline=headline,
        bluf=bluf,
        published_on=date.fromisoformat(row[f"date_{side}"]),
        publisher=f"Paper {row['id']} {side}",
        spans=HeadSpans(headline=first, bluf=second),
    )
    named = read_places(text, first, second, [second]).places
    spans = {place.iso3: place.spans for place in named}
    country = row[f"country_{side}"]
    place = Place(country, "primary", 1, 0, 1.0, True, True, spans.get(country, ()))
    return report_of(f"{row['id']} {side}", text, Contents(head=head, places=(place,)))


def report_of(name: str, text: str, contents: Contents) -> Report:
    """Return a report of ``text`` with these contents, from the source ``name``."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report(
        report_id=f"report-{digest[:20]}",
        document_id=f"document-{digest[:20]}",
        revision=1,
        content_hash=digest,
        sources=(name,),
        text=text,
        language="en",
        template="sat",
        profile_version="sat@1",
        vocabulary_version="labelled",
        contents=contents,
    )
