"""What a session remembers, and the URL; the only room that touches ``st.session_state``.

``?report=ID`` opens a report and ``?item=ID`` one of its items. Both are ids, never labels, so
that a link stays good when a title changes. On the overview, ``?load=3`` and ``?remarks=yes`` say
which reports are listed.
"""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple, TypedDict, TypeVar

import streamlit as st

from dash_intel.model.ledger import Event
from dash_intel.store import Build
from dash_intel.view.listing import Listing, from_url

_REPORT = "report"
_ITEM = "item"
_CHOICE = "report_choice"
_PREVIEW = "preview"
_OUTCOME = "outcome"
_ROUND = "upload_round"
_QUESTION = "question"
_LISTING = "listing"
_CONFLICT = "conflict"
_REFUSAL = "refusal"
_TURN = "deciding_turn"
_CORRECTED = "just_corrected"

T = TypeVar("T")

Asking = Literal["build", "purge", "views", "matrix", "invented"]
"""What a dialog asks: which build or view to open, whether to purge or remove something."""


class Corrected(NamedTuple):
    """A reading that was just corrected, and the event of it."""

    subject_id: str
    field: str
    event: Event


class Outcome(NamedTuple):
    """What was done, in a word, and what it brought, in a sentence; ``listing`` shows it."""

    word: str
    sentence: str
    listing: Listing = Listing()


class Conflict(NamedTuple):
    """What somebody wanted to change, seen at a revision that is no longer the last."""

    about: str
    seen: int
    wanted: dict[str, object]


class Link(TypedDict):
    """The part of a link to a page that says what is open there."""

    query_params: dict[str, str]


def link_to_report(report_id: str, item_id: str | None = None) -> Link:
    """Return what a link to the Report page has to say to open this report, at one of its items."""
    item = {_ITEM: item_id} if item_id else {}
    return {"query_params": {_REPORT: report_id} | item}


def chosen_report() -> str | None:
    """Return the id of the report that the URL names, None where it names none."""
    return st.query_params.get(_REPORT)


def choose_report(report_id: str) -> None:
    """Open a report: put its id into the URL, and let go of the item of the last one."""
    st.query_params.from_dict({_REPORT: report_id})


def close_report() -> None:
    """Let go of the report that the URL names."""
    st.query_params.clear()


def report_choice(report_id: str) -> str:
    """Return the key of the select box of reports, set to ``report_id`` before it is made."""
    st.session_state[_CHOICE] = report_id
    return _CHOICE


def open_choice() -> None:
    """Open the report that was chosen in the select box."""
    choose_report(st.session_state[_CHOICE])


def chosen_item() -> str | None:
    """Return the id of the item that the URL names, None where it names none."""
    return st.query_params.get(_ITEM)


def link_item(reader: str, report_id: str) -> None:
    """Put the item that was chosen in the reader of this key into the URL, with its report."""
    choice = st.session_state[reader].get("item") or {}
    item = {_ITEM: str(choice["id"])} if choice.get("id") else {}
    st.query_params.from_dict({_REPORT: report_id} | item)


def link_to_listing(listing: Listing) -> Link:
    """Return what a link to the overview has to say to list these reports."""
    return {"query_params": listing.to_url()}


def chosen_listing(last_load: int) -> Listing:
    """Return the listing that the URL names, the usual one where it names none."""
    return from_url(st.query_params, last_load)


def list_reports(listing: Listing) -> None:
    """List these reports: put the listing into the URL."""
    st.query_params.from_dict(listing.to_url())


def listing_choice(listing: Listing) -> str:
    """Return the key of the choice of listings, set to ``listing`` before it is made."""
    st.session_state[_LISTING] = Listing(listing.load, listing.has_remarks)
    return _LISTING


def open_listing() -> None:
    """List the reports that were chosen."""
    list_reports(st.session_state[_LISTING])


def kept_preview(digest: str, build: Build | None, make: Callable[[], T]) -> T:
    """Return what ``make`` gave for this digest and build before, or make and keep it.

    One is kept.
    """
    kept = st.session_state.get(_PREVIEW)
    if kept is None or kept[0] != (digest, build):
        kept = ((digest, build), make())
        st.session_state[_PREVIEW] = kept
    found: T = kept[1]
    return found


def upload_round() -> int:
    """Return a number that changes when what was uploaded is done with; part of widget keys."""
    number: int = st.session_state.setdefault(_ROUND, 0)
    return number


def end_upload() -> None:
    """Empty the upload widgets."""
    st.session_state[_ROUND] = upload_round() + 1
    st.session_state.pop(_PREVIEW, None)


def keep_outcome(outcome: Outcome) -> None:
    """Keep what was done for the next run, which tells it."""
    st.session_state[_OUTCOME] = outcome


def take_outcome() -> Outcome | None:
    """Return what was just done, once."""
    outcome: Outcome | None = st.session_state.pop(_OUTCOME, None)
    return outcome


def ask(asking: Asking, about: str) -> None:
    """Open the question whether to do something about what ``about`` names, or which view."""
    st.session_state[_QUESTION] = (asking, about)


def asked(asking: Asking) -> str | None:
    """Return what an open question is about, None where none of this kind is open."""
    question = st.session_state.get(_QUESTION)
    return question[1] if question and question[0] == asking else None


def drop_question() -> None:
    """Close the question that is open."""
    st.session_state.pop(_QUESTION, None)


def seeded(name: str, value: object) -> str:
    """Return the key of a widget that shows ``value`` until somebody changes it."""
    key = f"{name}-{st.session_state.setdefault(_TURN, 0)}"
    st.session_state.setdefault(key, value)
    return key


def pinned(name: str, value: T) -> T:
    """Return what ``value`` was when it was first asked for; it is let go of with the widgets.

    So what somebody edits stays what they saw, whatever is decided meanwhile.
    """
    kept: T = st.session_state.setdefault(
        f"pinned-{name}-{st.session_state.setdefault(_TURN, 0)}", value
    )
    return kept


def typed(name: str) -> Any:
    """Return what stands in the widget of this name, None where there is none."""
    return st.session_state.get(f"{name}-{st.session_state.get(_TURN, 0)}")


def end_deciding() -> None:
    """Have all widgets show what is decided now, and let go of a conflict."""
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state.pop(_CONFLICT, None)


def keep_conflict(conflict: Conflict) -> None:
    """Keep what could not be written, since somebody else was first."""
    st.session_state[_CONFLICT] = conflict


def conflict(about: str) -> Conflict | None:
    """Return what could not be written about something, None where nothing was."""
    found: Conflict | None = st.session_state.get(_CONFLICT)
    return found if found and found.about == about else None


def keep_corrected(corrected: Corrected) -> None:
    """Keep for the next run that a reading was corrected."""
    st.session_state[_CORRECTED] = corrected


def take_corrected() -> Corrected | None:
    """Return which reading was just corrected, once."""
    found: Corrected | None = st.session_state.pop(_CORRECTED, None)
    return found


def keep_refusal(sentence: str, form: str = "") -> None:
    """Keep for the next run why something was not written, in which of several forms."""
    st.session_state[_REFUSAL] = (sentence, form)


def take_refusal(form: str = "") -> str | None:
    """Return why something was not written, once; in this one of several forms."""
    sentence, kept_for = st.session_state.get(_REFUSAL, (None, ""))
    if sentence is None or kept_for != form:
        return None
    del st.session_state[_REFUSAL]
    return str(sentence)
