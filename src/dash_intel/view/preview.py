"""What uploaded files would bring, before they are loaded."""

from collections.abc import Iterable
from dataclasses import dataclass

from dash_intel.model.load import Difference
from dash_intel.model.report import Report
from dash_intel.model.source import Rejection
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


def preview(outcomes: Iterable[Report | Rejection | Difference]) -> Preview:
    """Return what reading uploaded files brought."""
    found = tuple(outcomes)
    reports = tuple(one for one in found if isinstance(one, Report))
    rejections = tuple(one for one in found if isinstance(one, Rejection))
    return Preview(
        found,
        reports,
        tuple(_label(report) for report in reports),
        tuple((one.source, one.reason) for one in rejections),
        _summary(reports, rejections),
        f"Load {count(len(reports), 'report')}" if reports else None,
    )


def _label(report: Report) -> str:
    doubts = len(report.parse.warnings) + len(report.parse.unread)
    title = opening(report.display_title, 9, TITLE)
    if not report.is_recognised:
        return f"{title} · not recognised"
    return f"{title} · {count(doubts, 'remark')}" if doubts else title


def _summary(reports: tuple[Report, ...], rejections: tuple[Rejection, ...]) -> str:
    read = sum(report.is_recognised for report in reports)
    lost = len(reports) - read
    doubtful = sum(
        bool(report.parse.warnings or report.parse.unread)
        for report in reports
        if report.is_recognised
    )
    parts = [f"{count(read, 'report')} read"]
    if doubtful:
        parts.append(f"{doubtful:,} of them with warnings or unread text")
    if lost:
        parts.append(f"{lost:,} not recognised")
    if rejections:
        parts.append(f"{count(len(rejections), 'file')} rejected")
    return f"{listed(tuple(parts))}. Nothing is loaded yet."
