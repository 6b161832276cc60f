"""Text of reports as it may be shown: never as markup."""

import re

_MARKUP = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>~$:@&\"'=^/]")
_REWRITTEN = re.compile(
    r"(?i)(?<=http)(?=s?:)|(?<=ftp)(?=:)|(?<=www)(?=\.)|(?=@)"  # made links
    r"|(?<=:)(?=[\w+/-]+:)"  # made emoji and icons
    r"|(?<=(?<!\S)<)(?=->?(?!\S))|(?<=(?<!\S)[-<>~])(?=[->=](?!\S))"  # made arrows and dashes
)
_DAY = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_BOLD = re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*")
_BOUNDARY = re.compile(r"(?<=[.!?…])[\"')\]”’]*\s+(?=[\"'(\[“‘]*[^\W\d_a-z]|[\"'(\[“‘]*\d)")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|No|vs|approx))\.$")

JOINER = "\N{WORD JOINER}"
"""Put where characters are rewritten even when they are escaped; it has no width."""

TITLE = 200
"""The longest title that is shown whole."""


def literal(text: str) -> str:
    """Return ``text`` as Markdown that shows exactly its characters, on one line.

    Markup, directives, formulas, addresses and HTML stay letters. Where Streamlit rewrites even
    escaped characters (addresses to links, ``:name:`` to emoji, ``->`` to arrows) a word joiner
    parts them.
    """
    one_line = " ".join(text.split())
    return _MARKUP.sub(r"\\\g<0>", _REWRITTEN.sub(JOINER, one_line))


def fact_line(text: str) -> str:
    """Return what ``literal`` does of a line of facts, whose days go to the next line whole."""
    return literal(_DAY.sub(rf"\1-{JOINER}\2-{JOINER}\3", text))


def plain(text: str) -> str:
    """Return ``text`` without the ``**`` of bold runs; any other markup stays as it stands."""
    return _BOLD.sub(r"\1", text)


def opening(text: str, sentences: int = 2, limit: int = 320) -> str:
    """Return the first sentences of ``text``, at most ``limit`` characters.

    What is left out is marked by an ellipsis; the cut is at the end of a word.
    """
    one_line = " ".join(plain(text).split())
    ends = (
        match.start()
        for match in _BOUNDARY.finditer(one_line[: limit + 1])
        if not _ABBREVIATION.search(one_line[: match.start()])
    )
    kept = one_line
    for count, end in enumerate(ends, 1):
        if count == sentences:
            kept = one_line[:end].rstrip()
            break
    if len(kept) > limit:
        kept = kept[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return kept if kept == one_line else f"{kept.rstrip('…')} …"
