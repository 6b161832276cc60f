"""Ids that follow from the text, so that the same words have the same id everywhere."""

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from dash_intel.model.items import Recommendation, Risk, Scenario
from dash_intel.model.report import Contents

LENGTH = 20
"""Hexadecimal digits of an id: 80 bits."""


def content_hash(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def report_id(text_hash: str) -> str:
    """Return the id of the report whose text has this hash."""
    return f"report-{text_hash[:LENGTH]}"


def document_id(text_hash: str) -> str:
    """Return the id of the document whose first revision has this hash."""
    return f"document-{text_hash[:LENGTH]}"


def identified(contents: Contents, document: str) -> Contents:
    """Return ``contents`` with ids from document, normalised text and occurrence."""
    risk, advice, future = (
        _ids("risk", document),
        _ids("advice", document),
        _ids("future", document),
    )
    return replace(
        contents,
        risks=tuple(_risk(one, risk) for one in contents.risks),
        recommendations=tuple(_recommendation(one, advice) for one in contents.recommendations),
        scenarios=tuple(_scenario(one, future) for one in contents.scenarios),
    )


def _risk(item: Risk, name: Callable[[str], str]) -> Risk:
    return replace(item, risk_id=name(item.text))


def _recommendation(item: Recommendation, name: Callable[[str], str]) -> Recommendation:
    return replace(item, recommendation_id=name(item.text))


def _scenario(item: Scenario, name: Callable[[str], str]) -> Scenario:
    return replace(item, scenario_id=name(f"{item.kind} {item.text}"))


def _ids(kind: str, document: str) -> Callable[[str], str]:
    seen: Counter[str] = Counter()

    def name(text: str) -> str:
        normalised = " ".join(text.casefold().split())
        seen[normalised] += 1
        key = f"{kind}\n{document}\n{normalised}\n{seen[normalised]}"
        return f"{kind}-{content_hash(key)[:LENGTH]}"

    return name
