"""Ids that follow from the text, so that the same words have the same id everywhere."""

import hashlib
from collections.abc import Callable
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any

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
        item_ids("risk", document),
        item_ids("advice", document),
        item_ids("future", document),
    )
    return replace(
        contents,
        risks=tuple(Risk(risk(one.text), *_OF_RISK(one)) for one in contents.risks),
        recommendations=tuple(
            Recommendation(advice(one.text), *_OF_RECOMMENDATION(one))
            for one in contents.recommendations
        ),
        scenarios=tuple(
            Scenario(future(f"{one.kind} {one.text}"), *_OF_SCENARIO(one))
            for one in contents.scenarios
        ),
    )


def _all_but_the_id(kind: type) -> Callable[[object], tuple[Any, ...]]:
    """Return what gives the fields behind the id, the first; ``replace`` takes thrice as long."""
    return attrgetter(*(field.name for field in fields(kind)[1:]))


_OF_RISK = _all_but_the_id(Risk)
_OF_RECOMMENDATION = _all_but_the_id(Recommendation)
_OF_SCENARIO = _all_but_the_id(Scenario)


def item_ids(kind: str, document: str) -> Callable[[str], str]:
    """Return what names items of ``kind`` in ``document`` by their words, in their order."""
    seen: dict[str, int] = {}

    def name(text: str) -> str:
        normalised = " ".join(text.casefold().split())
        number = seen[normalised] = seen.get(normalised, 0) + 1
        key = f"{kind}\n{document}\n{normalised}\n{number}"
        return f"{kind}-{content_hash(key)[:LENGTH]}"

    return name
