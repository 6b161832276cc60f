"""Counting risks of reports in plain Python, for tests that compare what queries count."""

from collections.abc import Iterable, Iterator

from dash_intel.model.items import Risk
from dash_intel.model.report import Report
from dash_intel.query.filters import Filters
from dash_intel.query.sentences import NO_BAND, NOT_STATED, About, column_of
from dash_intel.vocab.areas import NAMED, places_of
from dash_intel.vocab.likelihood import SEVERAL
from tests.query.plain import counted_places, is_left

Told = tuple[Report, Risk]


def newest(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the recognised reports, of each document the last revision."""
    last = {report.document_id: report for report in sorted(reports, key=lambda r: r.revision)}
    return tuple(one for one in last.values() if one.template != "unrecognised")


def chosen(reports: Iterable[Report], filters: Filters) -> Iterator[Report]:
    """Yield the reports that filters choose, of all days or from one day to another."""
    for report in reports:
        day = report.contents.head.published_on
        is_in_time = filters.period == "all" or (
            day is not None
            and (filters.since is None or day >= filters.since)
            and (filters.until is None or day <= filters.until)
        )
        if is_in_time and is_left(report, filters):
            yield report


def risks(report: Report) -> Iterator[Risk]:
    """Yield the risks of a report, without what is only an opportunity."""
    yield from (risk for risk in report.contents.risks if risk.polarity != "opportunity")


def keys(risk: Risk) -> set[str]:
    """Return the categories of a risk."""
    return {one.key for one in risk.categories}


def told(reports: Iterable[Report], filters: Filters, about: About) -> list[Told]:
    """Return the sentences that ``about`` counts among the chosen reports."""
    inside = places_of(about.area) if about.area else frozenset()
    found = []
    for report in chosen(reports, filters):
        is_counted = not about.area or bool(inside & counted_places(report, filters))
        found += [(report, risk) for risk in risks(report) if is_counted and _is_it(risk, about)]
    return found


def level(risk: Risk) -> int:
    """Return the impact level of a risk, 0 where none is stated."""
    return risk.impact.level if risk.impact else NOT_STATED


def _is_it(risk: Risk, about: About) -> bool:
    places = {one.iso3 for one in risk.places} | {NAMED + key for key in risk.named_regions}
    read = risk.likelihood
    middle = None if read is None or read.low is None else (read.low + (read.high or 0)) / 2
    is_one_of_several = read is not None and SEVERAL in read.rule
    likelihood = (
        column_of(read.basis, read.term, middle, is_one_of_several=is_one_of_several)
        if read
        else NO_BAND
    )
    return (
        (about.area is None or bool(places & places_of(about.area)))
        and (about.category is None or about.category in keys(risk))
        and (not about.levels or level(risk) in about.levels)
        and (not about.likelihoods or likelihood in about.likelihoods)
    )
