"""Tells when a report says that there is nothing, so that the saying is not read as content."""

import re

LONGEST = 160
_NOTHING = re.compile(
    r"(?:none|nil|n/?a|not applicable|not specified|not stated|not available|nothing|unknown"
    r"|tbd|to be determined|redacted|withheld|undisclosed|-|–)"
    r"(?: (?:known|identified|stated|noted|listed|given|available|at this time|so far|yet))?[.!]?",
    re.IGNORECASE,
)
_NO_ITEMS = re.compile(
    r"(?:there (?:are|is|were) |we have |the report (?:makes|gives|states) )?no (?:[\w-]+ ){0,3}"
    r"(?:recommendations?|risks?|implications?|scenarios?|projections?|tags?|assumptions?"
    r"|red flags?|gaps?|biases|bias)\b",
    re.IGNORECASE,
)


def is_absent(words: str) -> bool:
    """Tell whether ``words`` say that there is nothing here."""
    if len(words) > LONGEST:
        return False
    bare = words.strip("*_ ")
    return _NOTHING.fullmatch(bare) is not None or _NO_ITEMS.match(bare) is not None
