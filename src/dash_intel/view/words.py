"""The words in which the tool speaks: counts, dates, and what keys of the model are called."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

NOT_STATED = "not stated"
ABSENT = "Not stated"
ONE_OF_SEVERAL = "one of several stated"
SEVERAL_STATED = "several likelihoods, one of them"

PROFILES: Mapping[str, str] = MappingProxyType(
    {
        "sat": "Structured-techniques report",
        "hypotheses": "Competing-hypotheses report",
        "brief": "Brief",
        "unrecognised": "Not recognised",
    }
)

FLAGS: Mapping[str, str] = MappingProxyType(
    {
        "sample": "Sample",
        "promoted_content": "Promoted content",
        "truncated": "Truncated",
        "other_language": "Not in English",
    }
)

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "title": "Title",
        "head": "Head",
        "bluf": "Bottom line up front",
        "analysis": "Detailed analysis",
        "hypotheses": "Competing hypotheses",
        "assumptions": "Key assumptions and red flags",
        "risks": "Implications and strategic risks",
        "outlook": "Recommendations and outlook",
        "recommendations": "Recommendations",
        "scenarios": "Scenarios",
        "entities": "Key individuals and entities",
        "tags": "Thematic tags",
        "techniques": "Structured analytic techniques",
        "insights": "Insights",
        "sentiment": "Sentiment overview",
        "policy_relevance": "Policy relevance",
    }
)

ASSUMPTION_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "assumption": "Assumptions",
        "red_flag": "Red flags",
        "information_gap": "Information gaps",
        "blind_spot": "Blind spots",
        "bias": "Bias and deception",
        "inconsistency": "Inconsistent data",
        "other": "Other notes",
    }
)

SCENARIO_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "best": "Best case",
        "most_likely": "Most likely case",
        "worst": "Worst case",
        "unlabelled": "Scenario, kind not stated",
    }
)

BASES: Mapping[str, str] = MappingProxyType(
    {
        "stated": "stated",
        "number": "a figure",
        "forecast_verb": "a forecast without a degree",
        "hedge": "a hedge, no probability",
        "asserted": "asserted, no probability",
        "present": "a condition that exists, no forecast",
    }
)

HORIZONS: Mapping[str, str] = MappingProxyType(
    {"immediate": "Immediate", "medium_term": "Medium term"}
)

ENTITY_TYPES: Mapping[str, str] = MappingProxyType(
    {"person": "Person", "organisation": "Organisation", "place": "Place", "other": "Other"}
)


def astray(named: str, shown: str) -> str:
    """Return that a link names what is not here, and what is shown instead."""
    return f"The link names {named} that is not here. What you see is {shown}."


def count(number: int, singular: str, plural: str | None = None) -> str:
    """Return a number with its noun, such as ``1 report`` and ``1,204 reports``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def named(key: str, words: Mapping[str, str]) -> str:
    """Return what a key is called; a key without a word is spelled out."""
    return words.get(key) or key.replace("_", " ").strip().capitalize()


def day(value: date | None) -> str:
    """Return an ISO date, or ``no date stated``."""
    return f"{value:%Y-%m-%d}" if value else "no date stated"


def long_day(value: date) -> str:
    """Return a date in words, such as ``26 Feb 2026``."""
    return f"{value.day} {value:%b %Y}"


def day_of(value: date, beside: date | None = None) -> str:
    """Return a date in words, without its year where ``beside`` is of the same."""
    if beside and beside.year == value.year:
        return f"{value.day} {value:%b}"
    return long_day(value)


def period(first: date, last: date) -> str:
    """Return a range of days in words, the year only once where it is the same."""
    if first == last:
        return long_day(first)
    if first.year != last.year:
        return f"{long_day(first)}–{long_day(last)}"
    return f"{first.day} {first:%b}–{long_day(last)}"


def moment(value: datetime) -> str:
    """Return a UTC time to the minute, and that it is UTC."""
    return f"{value:%Y-%m-%d %H:%M} UTC"


def listed(names: tuple[str, ...], last: str = "and") -> str:
    """Return names as a list in a sentence: ``a``, ``a and b``, ``a, b and c``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
