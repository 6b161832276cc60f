"""Makes spellings of one word comparable: case, accents, hyphens, plural, British and American."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

_AMERICAN = MappingProxyType(
    {
        "aging": "ageing",
        "armor": "armour",
        "behavior": "behaviour",
        "center": "centre",
        "color": "colour",
        "defense": "defence",
        "harbor": "harbour",
        "labor": "labour",
        "maneuver": "manoeuvre",
        "modeling": "modelling",
        "neighbor": "neighbour",
        "offense": "offence",
        "program": "programme",
        "rumor": "rumour",
        "theater": "theatre",
    }
)
_BRITISH = MappingProxyType({british: american for american, british in _AMERICAN.items()})
_IRREGULAR = MappingProxyType(
    {"crises": "crisis", "analyses": "analysis", "hypotheses": "hypothesis", "matrices": "matrix"}
)
_NO_WORD = re.compile(r"[\W_]")
_WORD = re.compile(r"[^\W_]+")
_ISE = re.compile(r"(?<=\w{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations|\*)(?!\w))")
_IZE = re.compile(r"(?<=\w{3})iz(?=(?:e|ed|es|er|ers|ing|ation|ations|\*)(?!\w))")
_TYPOGRAPHIC = (("’", "'"), ("–", "-"), ("\u00a0", " "), ("‑", "-"))
_LEVEL = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ\n\t\r-", b"abcdefghijklmnopqrstuvwxyz    ")
_LEVEL = bytes(
    ord(one) if one.isalnum() and code < 128 else 32
    for code, one in enumerate(chr(code).lower() for code in range(256))
)
_APOSTROPHES = "’‘ʼ"


def level(text: str) -> str:
    """Return ``text`` in lower case, all but letters and digits as spaces, one for one.

    The result is as long as ``text``, so offsets in one are offsets in the other.
    """
    if text.isascii():
        return level_ascii(text)
    low = text.lower()
    if len(low) != len(text):
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return _NO_WORD.sub(" ", low)


def level_ascii(text: str) -> str:
    """Return ``level`` of ``text`` with a space for every character that is not ASCII.

    It takes a small part of the time.
    """
    return text.encode("ascii", "replace").translate(_LEVEL).decode("ascii")


def spellings(words: str) -> tuple[str, ...]:
    """Return ``words`` as they are, and in British and American spelling where that differs."""
    american = _WORD.sub(lambda word: _mapped(word, _BRITISH), _ISE.sub("iz", words))
    british = _WORD.sub(lambda word: _mapped(word, _AMERICAN), _IZE.sub("is", words))
    return tuple(dict.fromkeys((words, american, british)))


def _mapped(word: re.Match[str], other: Mapping[str, str]) -> str:
    found = other.get(word.group().lower())
    if found is None:
        return word.group()
    return found.capitalize() if word.group()[0].isupper() else found


@lru_cache(maxsize=8_192)
def compared(words: str) -> str:
    """Return the form in which names of one thing are equal.

    Case, accents, spaces, hyphens, ``&`` against ``and``, articles, singular and plural, British
    and American spelling make no difference. Empty where ``words`` hold no letter or digit.
    """
    plain = unicodedata.normalize("NFKD", words.replace("&", " and ").casefold())
    bare = "".join(
        one for one in plain if one not in "'" + _APOSTROPHES and not unicodedata.combining(one)
    )
    return "".join(_one_form(word) for word in _WORD.findall(bare) if word != "the")


def _one_form(word: str) -> str:
    british = _AMERICAN.get(word, word)
    one = _IRREGULAR.get(british) or _singular(_IZE.sub("is", british))
    return _AMERICAN.get(one, one)


def _singular(word: str) -> str:
    if len(word) <= 3 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word.removesuffix("s")
