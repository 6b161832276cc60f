"""What is typed into a search field: words, "phrases", prefix*, -not, field:words, dates."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import get_args

from dash_intel.store import Clause, Field, Wanted

LONGEST = 1_000
"""Characters that are looked at."""

MOST_PARTS = 40
"""Words and phrases that are looked for."""

FIELDS = frozenset(get_args(Field)) - {"text"}
DAYS = frozenset({"after", "before"})

_PART = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"(\*?)|(\S+))')
_QUOTES = str.maketrans("“”„‟«»", '""""""')
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for, and what of the text was not understood, a sentence each."""

    wanted: Wanted
    notes: tuple[str, ...]


class _Reader:
    def __init__(self) -> None:
        self.wanted = Wanted()
        self.notes: list[str] = []

    def read(self, text: str) -> None:
        for number, match in enumerate(_PART.finditer(text)):
            if number == MOST_PARTS:
                self._note(f"Only the first {MOST_PARTS} words are looked for.")
                return
            minus, field, phrase, star, word = match.groups()
            words = phrase if phrase is not None else word
            is_prefix = bool(star) or (phrase is None and word.endswith("*"))
            clause = Clause(words, is_prefix=is_prefix, is_excluded=bool(minus))
            if phrase is None and '"' in word:
                self._note('A " has no partner: what follows it is looked for word by word.')
            self._add(clause, field)

    def _add(self, clause: Clause, named: str | None) -> None:
        field = (named or "").lower()
        if field in DAYS and not clause.is_excluded and self._bound(field, clause.words):
            return
        if not re.search(r"\w", clause.words):
            return
        for known in get_args(Field):
            if field == known:
                clause = replace(clause, field=known)
                break
        else:
            if named:
                self._misread(named, field, clause)
                clause = replace(clause, words=f"{named} {clause.words}")
        self.wanted = replace(self.wanted, clauses=(*self.wanted.clauses, clause))

    def _bound(self, field: str, words: str) -> bool:
        first = _first_day(words)
        if first is None:
            return False
        if field == "after":
            since = max(first, self.wanted.since or first)
            self.wanted = replace(self.wanted, since=since)
        elif first > date.min:
            until = first - timedelta(days=1)
            self.wanted = replace(self.wanted, until=min(until, self.wanted.until or until))
        return True

    def _misread(self, named: str, field: str, clause: Clause) -> None:
        if field in DAYS:
            self._note(
                f"{named}:{clause.words} is no date such as 2025, 2025-06 or 2025-06-03; it is "
                "looked for as words."
            )
        else:
            known = ", ".join(f"{name}:" for name in sorted(FIELDS | DAYS))
            self._note(f"There is no field {named}: it is looked for as a word. Fields: {known}.")

    def _note(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)


def question(text: str) -> Question:
    """Return what ``text`` asks for; whatever it is, it asks for something or for nothing."""
    reader = _Reader()
    plain = text.encode("utf-8", errors="replace").decode().translate(_QUOTES)
    if len(plain) > LONGEST:
        reader.notes.append(f"Only the first {LONGEST:,} characters are looked at.")
    reader.read(plain[:LONGEST])
    return Question(reader.wanted, tuple(reader.notes))


def _first_day(words: str) -> date | None:
    match = _DATE.fullmatch(words)
    if match is None:
        return None
    try:
        return date(*(int(part or 1) for part in match.groups()))
    except ValueError:
        return None
