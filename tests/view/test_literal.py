"""Text of reports is never markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dash_intel.view.literal import JOINER, fact_line, literal, opening, plain


def unescaped(markdown: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown).replace(JOINER, "")


@pytest.mark.parametrize(
    "text",
    [
        "**bold** and _italic_",
        ":red[alarm] :material/warning: :smile: :blue-badge[x]",
        "$E = mc^2$ and $$x$$",
        "[click](https://example.org) ![x](http://example.org/x.png)",
        "<script>alert(1)</script> &amp; <b>b</b>",
        "# heading",
        "1. list",
        "- list",
        "> quote",
        "| a | b |",
        "`code` ~~gone~~",
        "https://example.org www.example.org a@example.org ftp://example.org",
        "a -> b <- c <-> d -- e >= f <= g ~= h",
    ],
)
def test_markup_is_shown_as_its_characters(text: str) -> None:
    shown = literal(text)
    assert unescaped(shown) == text
    assert re.findall(r"(?<!\\)[*_`\[\]<>$#|~]", shown) == []


@pytest.mark.parametrize("text", ["http://a.org", "https://a.org", "www.a.org", "m@a.org", ":x:"])
def test_what_is_rewritten_even_when_escaped_is_parted(text: str) -> None:
    assert JOINER in literal(text)


@given(st.text())
def test_any_text_keeps_its_characters_on_one_line(text: str) -> None:
    assert "\n" not in literal(text)
    assert unescaped(literal(text)) == " ".join(text.replace(JOINER, "").split())


def test_days_among_facts_are_held_together() -> None:
    shown = fact_line("Gazette, 2026-02-12 to 2026-03-01; no. 12026-02-12")
    assert [part for part in shown.split(JOINER) if part] == [
        "Gazette, 2026\\-",
        "02\\-",
        "12 to 2026\\-",
        "03\\-",
        "01; no\\. 12026\\-02\\-12",
    ]


def test_bold_is_stripped_and_other_markup_stays() -> None:
    assert plain("**Hypothesis A**: a *b* `c` 2 ** 3") == "Hypothesis A: a *b* `c` 2 ** 3"


def test_opening_ends_after_two_sentences() -> None:
    text = "The U.S. fleet sailed. It was late. Nobody saw it."
    assert opening(text) == "The U.S. fleet sailed. It was late. …"


def test_opening_of_two_sentences_is_the_whole() -> None:
    assert opening("One.\nTwo!") == "One. Two!"


def test_opening_is_cut_at_the_end_of_a_word() -> None:
    assert opening("alpha beta, gamma", limit=12) == "alpha beta …"


@given(st.text(), st.integers(20, 60))
def test_opening_is_never_much_longer_than_its_limit(text: str, limit: int) -> None:
    assert len(opening(text, limit=limit)) <= limit + 2
