"""Reads a sentence as the middle of a longer text, so that offsets are never those of zero."""

from dash_intel.model.span import Span

BEFORE = "Naïve préface…\n"


def placed(words: str) -> tuple[str, Span]:
    text = f"{BEFORE}{words}\nAn unlikely war will follow."
    return text, Span(len(BEFORE), len(BEFORE) + len(words))
