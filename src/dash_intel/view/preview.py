"""What uploaded files would bring, before they are loaded."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from dash_intel.model.load import Difference
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
from dash_intel.view.brought import Brought
from dash_intel.view.literal import TITLE, opening
from dash_intel.view.words import count, listed


@dataclass(frozen=True, slots=True)
class Preview:
    """Uploaded files as they were read.

    ``labels`` name the reports, in their order; ``rejected`` are files with the reason;
    ``button`` is None where there is nothing to load.
    """

    outcomes: tuple[Report | Rejection | Difference, ...]
    reports: tuple[Report, ...]
    labels: tuple[str, ...]
    rejected: tuple[tuple[str, str], ...]
    summary: str
    button: str | None


def preview(
    outcomes: Iterable[Report | Rejection | Difference], known: Container[str] = ()
) -> Preview:
    """Return what reading uploaded files brought; ``known`` are ids of texts already loaded.

    A text that stands twice among the files is already loaded the second time.
    """
    found = tuple(outcomes)
    reports = tuple(one for one in found if isinstance(one, Report))
    rejections = tuple(one for one in found if isinstance(one, Rejection))
    are_new = _are_new(reports, known)
    brought = _brought(reports, are_new, len(rejections))
    return Preview(
        found,
        reports,
        tuple(_label(*one) for one in zip(reports, are_new, strict=True)),
        tuple((one.source, one.reason) for one in rejections),
        f"{_capital(brought.sentence())}. Nothing is loaded yet.",
        _button(brought) if reports else None,
    )


def _are_new(reports: tuple[Report, ...], known: Container[str]) -> tuple[bool, ...]:
    seen: set[str] = set()
    found = []
    for report in reports:
        found.append(report.report_id not in seen and report.report_id not in known)
        seen.add(report.report_id)
    return tuple(found)


def _brought(reports: tuple[Report, ...], are_new: tuple[bool, ...], rejected: int) -> Brought:
    new = [report for report, is_new in zip(reports, are_new, strict=True) if is_new]
    recognised = [report for report in new if report.is_recognised]
    return Brought(
        reports=len(recognised),
        remarked=sum(bool(_remarks(report)) for report in recognised),
        unrecognised=len(new) - len(recognised),
        known=len(reports) - len(new),
        rejected=rejected,
    )


def _button(brought: Brought) -> str:
    known = f"{brought.known:,} already loaded" if brought.known else ""
    lost = f"{brought.unrecognised:,} not recognised" if brought.unrecognised else ""
    new = count(brought.reports, "new report") if brought.reports else ""
    if not (new or lost):
        return f"Load again ({known})"
    return f"Load {listed(tuple(part for part in (new, lost, known) if part))}"


def _label(report: Report, is_new: bool) -> str:
    remarks = _remarks(report)
    facts = (
        opening(report.display_title, 9, TITLE),
        "" if is_new else "already loaded",
        "" if report.is_recognised else "not recognised",
        count(remarks, "remark") if remarks and report.is_recognised else "",
    )
    return " · ".join(fact for fact in facts if fact)


def _remarks(report: Report) -> int:
    return len(report.parse.warnings) + len(report.parse.unread)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
