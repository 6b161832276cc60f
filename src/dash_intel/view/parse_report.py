"""How completely a report was read."""

from bisect import bisect_right
from collections.abc import Callable, Mapping

from dash_intel.model.report import Report
from dash_intel.model.report import Section as ReportSection
from dash_intel.model.span import Span
from dash_intel.view.item import Group, Item, Section
from dash_intel.view.literal import opening
from dash_intel.view.words import PROFILES, SECTIONS, count, listed, named


def parse_report(report: Report) -> tuple[Section, ...]:
    """Return how completely the report was read: sections, text that no rule read, warnings."""
    line_of = line_finder(report.text)
    unread = tuple(
        Item(f"unread-{at}", "unread", opening(span.of(report.text)), span, label=line_of(span))
        for at, span in enumerate(report.parse.unread, 1)
    )
    warnings = tuple(
        Item(
            f"warning-{at}",
            "warning",
            problem.message,
            problem.span,
            label=line_of(problem.span) if problem.span else "The whole report",
            is_quoted=False,
        )
        for at, problem in enumerate(report.parse.warnings, 1)
    )
    found = [Section("reading", "How it was read", "facts", (Group(_facts(report)),))]
    if unread:
        found.append(Section("unread", "Not read", "list", (Group(unread),)))
    if warnings:
        found.append(Section("warnings", "Warnings", "list", (Group(warnings),)))
    return tuple(found)


def _facts(report: Report) -> tuple[Item, ...]:
    parse = report.parse
    found = tuple(dict.fromkeys(_section_name(report, section) for section in parse.sections))
    missing = tuple(named(key, SECTIONS) for key in parse.missing)
    characters = sum(span.end - span.start for span in parse.unread)
    unread = count(len(parse.unread), "run")
    version = report.profile_version.rpartition("@")[2]
    if not report.is_recognised:
        return _facts_of_lost(report)
    facts = {
        "Profile": f"{named(report.template, PROFILES)}, version {version}",
        "Sections found": "; ".join(found) or "None",
        "Sections missing": "; ".join(missing) or "None",
        "Not read": f"{unread}, {count(characters, 'character')}" if parse.unread else "Nothing",
        "Warnings": f"{len(parse.warnings)}" if parse.warnings else "None",
        "File": listed(report.sources),
    }
    return _items(facts)


def _facts_of_lost(report: Report) -> tuple[Item, ...]:
    return _items(
        {
            "Profile": "None recognises it",
            "Not read": f"All of it, {count(len(report.text), 'character')}",
            "File": listed(report.sources),
        }
    )


def _section_name(report: Report, section: ReportSection) -> str:
    return SECTIONS.get(section.key) or opening(section.heading.of(report.text))


def _items(facts: Mapping[str, str]) -> tuple[Item, ...]:
    return tuple(
        Item(f"reading-{at}", "reading", value, label=label, is_quoted=False)
        for at, (label, value) in enumerate(facts.items(), 1)
    )


def line_finder(text: str) -> Callable[[Span], str]:
    """Return a function from a span to its line, such as ``Line 12``."""
    breaks = [at for at, character in enumerate(text) if character == "\n"]

    def line(span: Span) -> str:
        return f"Line {bisect_right(breaks, span.start - 1) + 1:,}"

    return line
