"""What arriving reports are revisions of, and which reports they look like."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any

import pyarrow as pa

from dash_intel.model.problem import Problem
from dash_intel.model.report import Head, HeadSpans, Report
from dash_intel.model.span import Span
from dash_intel.parse.ids import document_id, identified
from dash_intel.store.alike import (
    ENOUGH,
    LOOKS_ALIKE,
    Wording,
    body,
    same_head,
    similarity,
    wording,
)
from dash_intel.store.duck import Connection
from dash_intel.store.packed import Packed
from dash_intel.store.schema import statements

COMPARED = 8
"""Reports of the same headline that one is compared with: same publisher and date, then latest."""

_HeadKey = tuple[str | None, str | None, date | None]

COMPARED_SPANS = ("title", "headline", "publisher", "published_on")


@dataclass(frozen=True, slots=True)
class Warned:
    """A report that was there before, and the warning that it looks like one that arrived."""

    key: int
    problem: Problem


@dataclass(frozen=True, slots=True)
class Settled:
    """Reports that arrived, by key, with their revisions and warnings; warnings of others."""

    reports: tuple[tuple[int, Packed], ...]
    warned: tuple[Warned, ...]


def settled(connection: Connection, arrived: Sequence[tuple[int, Packed]]) -> Settled:
    """Return reports that arrive, in their order, as what they are beside those that are there."""
    arrivals = _Arrivals(arrived, _there(connection, arrived))
    for key, report in arrived:
        if report.headline:
            arrivals.settle(_kin(key, report))
    return Settled(tuple(arrivals.reports.items()), tuple(arrivals.warned))


class Kinship:
    """What reports are beside one another, told of one by one: as an empty database takes them.

    ``revisions`` counts those that are a revision of one before.
    """

    def __init__(self) -> None:
        self._arrivals = _Arrivals((), ())
        self._seen: set[str] = set()
        self.revisions = 0

    @property
    def warned(self) -> tuple[Warned, ...]:
        """The reports that look like another, in the order in which they were found."""
        return tuple(self._arrivals.warned)

    def add(self, key: int, report: Report) -> bool:
        """Compare a report with those before it; return whether its text is new."""
        if report.report_id in self._seen:
            return False
        self._seen.add(report.report_id)
        head = report.contents.head
        if head.headline:
            one = _Kin(key, report.report_id, report.document_id, 1, report.text, head)
            self._arrivals.settle(one)
            self.revisions += one.revision > 1
        return True


def as_revision(report: Report, document: str, number: int) -> Report:
    """Return ``report`` as a revision of ``document``, which the ids of its items follow from."""
    contents = identified(report.contents, document)
    return replace(report, document_id=document, revision=number, contents=contents)


def as_parsed(report: Report) -> Report:
    """Return ``report`` as it was before others were looked at: a document of its own."""
    own = replace(
        report.parse,
        warnings=tuple(one for one in report.parse.warnings if one.code != LOOKS_ALIKE),
    )
    return replace(as_revision(report, document_id(report.content_hash), 1), parse=own)


@dataclass(eq=False)
class _Kin:
    key: int
    report_id: str
    document_id: str
    revision: int
    text: str
    head: Head

    @cached_property
    def wording(self) -> Wording:
        return wording(body(self.text, self.head))


class _Arrivals:
    def __init__(self, arrived: Iterable[tuple[int, Packed]], there: Iterable[_Kin]) -> None:
        self.reports = dict(arrived)
        self.warned: list[Warned] = []
        self._by_headline: dict[str | None, list[_Kin]] = defaultdict(list)
        self._by_head: dict[_HeadKey, list[_Kin]] = defaultdict(list)
        for one in there:
            self._enter(one)

    def settle(self, new: _Kin) -> None:
        known = self._nearest(new)
        shares = [(similarity(new.wording, one.wording), one.key, one) for one in known]
        edited = [
            found for found in shares if found[0] >= ENOUGH and same_head(found[2].head, new.head)
        ]
        if edited and new.revision == 1:
            document = max(edited)[2].document_id
            numbers = [one.revision for one in known if one.document_id == document]
            new.document_id, new.revision = document, max(numbers) + 1
            arrived = self.reports.get(new.key)
            if arrived is not None:
                self.reports[new.key] = arrived.as_revision(new.document_id, new.revision)
        self._enter(new)
        for share, _, one in shares:
            if one.document_id != new.document_id:
                self._warn(new, one, share)

    def _enter(self, one: _Kin) -> None:
        self._by_headline[one.head.headline].append(one)
        self._by_head[_head_key(one.head)].append(one)

    def _nearest(self, new: _Kin) -> list[_Kin]:
        alike = self._by_head[_head_key(new.head)][: -COMPARED - 1 : -1]
        near = [one for one in alike if same_head(one.head, new.head)]
        others = (one for one in reversed(self._by_headline[new.head.headline]) if one not in near)
        return [*near, *islice(others, COMPARED - len(near))]

    def _warn(self, new: _Kin, other: _Kin, share: float) -> None:
        if not same_head(new.head, other.head) and share < ENOUGH:
            return
        for warned, alike in ((new, other), (other, new)):
            problem = _problem(warned, alike, share)
            if warned.key in self.reports:
                self.reports[warned.key] = self.reports[warned.key].with_warning(problem)
            else:
                self.warned.append(Warned(warned.key, problem))


def _problem(warned: _Kin, alike: _Kin, share: float) -> Problem:
    shared = f"{int(share * 100)} % of its wording"
    if same_head(warned.head, alike.head):
        said = f"headline, publisher and date of {alike.report_id}, but only {shared}."
    else:
        said = f"headline of {alike.report_id} and {shared}, but not its publisher and its date."
    return Problem(LOOKS_ALIKE, f"It has the {said}")


def _there(connection: Connection, arrived: Sequence[tuple[int, Packed]]) -> list[_Kin]:
    heads = [one for _, one in arrived if one.headline]
    if not heads:
        return []
    arrivals = pa.table(
        {
            "headline": pa.array([head.headline for head in heads], pa.string()),
            "publisher": pa.array([head.publisher for head in heads], pa.string()),
            "published_on": pa.array([head.published_on for head in heads], pa.date32()),
        }
    )
    connection.register("arrival", arrivals)
    rows = connection.execute(statements("relatives.sql"), {"compared": COMPARED}).fetchall()
    connection.unregister("arrival")
    return [_kept_kin(*row) for row in rows]


def _head_key(head: Head) -> _HeadKey:
    return head.headline, head.publisher, head.published_on


def _kin(key: int, report: Packed) -> _Kin:
    return _Kin(
        key,
        report.report_id,
        report.document_id,
        report.revision,
        report.text,
        report.head,
    )


def _kept_kin(*row: Any) -> _Kin:
    key, report_id, document_id, revision, text, headline, publisher, published_on, *ends = row
    spans = HeadSpans(
        **{
            name: None if start is None else Span(start, end)
            for name, start, end in zip(COMPARED_SPANS, ends[::2], ends[1::2], strict=True)
        }
    )
    head = Head(headline=headline, publisher=publisher, published_on=published_on, spans=spans)
    return _Kin(key, report_id, document_id, revision, text, head)
