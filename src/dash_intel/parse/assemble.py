"""Makes a report of a text."""

from dataclasses import replace

from dash_intel.model.report import UNRECOGNISED, Contents, Flag, ParseReport, Report
from dash_intel.model.source import SourceText
from dash_intel.model.span import Span
from dash_intel.parse.document import Document
from dash_intel.parse.guard import read_by
from dash_intel.parse.head import claim_standing_lines, states_fields
from dash_intel.parse.ids import content_hash, document_id, identified, report_id
from dash_intel.parse.language import language
from dash_intel.parse.notes import Notes
from dash_intel.parse.profile import Profile, Reading, recognised
from dash_intel.parse.sections import head_of, sections
from dash_intel.vocab.table import version


def parse(source: SourceText) -> Report:
    """Return the report that ``source`` holds.

    Never fails on a text: what no profile reads is kept as ``unrecognised``, with its text and
    without readings. Raises ``ProfileError`` where a profile of a third party fails.
    """
    notes = Notes(Document(source.text))
    profile, others = recognised(notes.document, source.source)
    reading = _unrecognised(notes) if profile is None else _read(notes, profile, others, source)
    text_hash = content_hash(source.text)
    tongue = language(source.text, _prose(notes.document, reading.contents))
    flags = reading.flags
    if tongue not in (None, "en"):
        flags = (*flags, "other_language")
    unread = () if profile is None else notes.unread()
    return Report(
        report_id=report_id(text_hash),
        document_id=document_id(text_hash),
        revision=1,
        content_hash=text_hash,
        sources=source.sources,
        text=source.text,
        language=tongue,
        template=profile.name if profile else UNRECOGNISED,
        profile_version=f"{profile.name}@{profile.version}" if profile else f"{UNRECOGNISED}@1",
        vocabulary_version=version(),
        bytes_hash=source.bytes_hash,
        flags=flags,
        contents=identified(reading.contents, document_id(text_hash)),
        parse=ParseReport(reading.sections, reading.missing, unread, tuple(notes.problems)),
    )


def _read(notes: Notes, profile: Profile, others: tuple[str, ...], source: SourceText) -> Reading:
    reading = read_by(profile, notes, source.source)
    if others:
        names = ", ".join(others)
        notes.warn("several_profiles", f"Read as {profile.name}; as good a match: {names}.")
    return replace(reading, flags=tuple(dict.fromkeys(reading.flags)))


def _unrecognised(notes: Notes) -> Reading:
    found = sections(notes.document)
    flags: tuple[Flag, ...] = claim_standing_lines(notes)
    is_report = states_fields(notes.document, head_of(notes.document, found))
    if is_report and [section.key for section in found] == ["bluf"]:
        flags = (*flags, "truncated")
        where = Span(max(found[0].body.end - 1, 0), found[0].body.end)
        notes.warn("truncated", "The text ends inside its BLUF: get the whole report.", where)
    else:
        notes.warn("unrecognised", "No profile knows its headings; the text is kept unread.")
    return Reading(Contents(), flags=flags)


def _prose(document: Document, contents: Contents) -> Span:
    bluf = contents.head.spans.bluf
    if bluf is not None:
        return bluf
    if contents.insights:
        return contents.insights[0].span
    return document.trimmed(Span(0, len(document.text)))
