"""Signposts of a scenario: which indicators were seen, since when and by what evidence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args

from dash_intel.errors import LedgerError
from dash_intel.ledger.log import Ledger
from dash_intel.ledger.standing import Standing
from dash_intel.ledger.subjects import act_on, require_past, require_since, subject_of
from dash_intel.ledger.text import LONGEST_TEXT, line, passage
from dash_intel.model.ledger import Editing, Event, Subject, Subjects, Value
from dash_intel.model.signpost import Signpost, SignpostMark, trigger_key
from dash_intel.vocab.decisions import label


@dataclass(frozen=True, slots=True)
class SignpostChange:
    """How far an indicator has come; day and evidence are needed unless it was not seen."""

    mark: SignpostMark
    seen_on: date | None = None
    evidence: str | None = None


def set_signpost(
    ledger: Ledger, known: Subjects, editing: Editing, indicator: str, change: SignpostChange
) -> Event:
    """Keep how far an indicator of a scenario has come; ``LedgerError`` says what is wrong.

    An indicator is a trigger of the scenario as it was read, of which the ledger keeps no words, or
    one that somebody gave it.
    """
    subject = subject_of(ledger, known, editing.subject_id, ("scenario",))
    value = _value(subject, change)

    def decide(standing: Standing) -> Mapping[str, Value]:
        return standing.changes({_indicator(ledger, subject, standing, indicator): value})

    return ledger.record(act_on(subject, editing, "signpost.set"), decide)


def signposts(standing: Standing) -> Iterator[Signpost]:
    """Yield the indicators of one scenario that were marked, in order of their words."""
    for indicator in standing.fields:
        event = standing.setter(indicator)
        if event:
            mark, seen_on, evidence = _read(standing, indicator)
            yield Signpost(
                scenario_id=standing.subject_id,
                indicator=indicator,
                mark=mark,
                seen_on=seen_on,
                evidence=evidence,
                who=event.who,
                at=event.at,
                last=standing.last,
            )


def _value(subject: Subject, change: SignpostChange) -> tuple[str, ...]:
    if change.mark not in get_args(SignpostMark):
        allowed = ", ".join(get_args(SignpostMark))
        raise LedgerError(f"There is no mark {change.mark}; there are: {allowed}.")
    words = label("mark", change.mark)
    evidence = passage("evidence", change.evidence)
    if change.mark == "not_seen":
        if change.seen_on or evidence:
            raise LedgerError(f"“{words}” has neither a day nor evidence.")
        return (change.mark,)
    if not change.seen_on or not evidence:
        raise LedgerError(f"“{words}” needs the day that it was seen and evidence.")
    require_since(subject, "day it was seen", change.seen_on)
    require_past("day it was seen", change.seen_on)
    return (change.mark, change.seen_on.isoformat(), evidence)


def _indicator(ledger: Ledger, subject: Subject, standing: Standing, words: str) -> str:
    """Return what stands for the indicator of these words, spaces apart, or of this key."""
    scenario = ledger.standing("scenario", subject.subject_id)
    written = (*standing.fields, *scenario.texts("indicators"), *scenario.texts("triggers"))
    listed = (
        *((trigger, trigger_key(trigger)) for trigger in subject.triggers),
        *((one, one) for one in written),
    )
    wanted = line("indicator", words, LONGEST_TEXT)
    found = [key for one, key in listed if " ".join(one.split()) == wanted]
    if not found:
        raise LedgerError(
            f"“{wanted or ''}” is no indicator of {subject.subject_id}: add it to the scenario "
            "first."
        )
    return next((key for key in found if key in standing.fields), found[0])


def _read(standing: Standing, indicator: str) -> tuple[SignpostMark, date | None, str | None]:
    value = standing.texts(indicator)
    mark = value[0] if value else ""
    try:
        if value == ("not_seen",):
            return "not_seen", None, None
        if mark in get_args(SignpostMark):
            _, day, evidence = value
            return cast("SignpostMark", mark), date.fromisoformat(day), evidence
    except ValueError as error:
        raise standing.misfit(indicator) from error
    raise standing.misfit(indicator)
