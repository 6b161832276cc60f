"""``dash-intel explain``."""

import json
from contextlib import closing
from dataclasses import asdict
from typing import Annotated

import typer

from dash_intel.cli.deciding import decisions
from dash_intel.cli.options import Database, database
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import Status
from dash_intel.errors import StoreError
from dash_intel.model.report import Report
from dash_intel.query.report import report as stored
from dash_intel.store import current_build, open_build
from dash_intel.view.corrections import corrected
from dash_intel.view.explanation import Reading, explanation

EXAMPLE = "dash-intel explain report-0a1b2c3d4e5f60718293"
WORDS_SHOWN = 12


def explain(
    report_id: Annotated[str, typer.Argument(metavar="REPORT_ID", show_default=False)],
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a reading and line.")
    ] = False,
    db: Database = None,
) -> int:
    """Say for every reading of a report from which words it was read, where, and by which rule.

    Offsets count the characters of the text from 0; the end is not included. What somebody
    corrected is said as corrected: by whom, when, why, and what was read.
    """
    directory = database(db)
    build = current_build(directory)
    if build is None:
        raise StoreError(
            f"There is no database in {directory}: load reports with `dash-intel load PATH`."
        )
    with closing(open_build(build)) as opened:
        report = stored(opened, report_id)
    if report is None:
        tell(f"There is no report {report_id}: `dash-intel search WORDS` finds ids.")
        return Status.REJECTED
    found = corrected(report, explanation(report), decisions(db).overrides)
    if as_json:
        for reading in found:
            print(json.dumps(_fields(reading), ensure_ascii=True))
        return Status.DONE
    _say_all(report, found)
    return Status.DONE


def _fields(reading: Reading) -> dict[str, object]:
    found = asdict(reading)
    if reading.correction:
        found["correction"]["at"] = f"{reading.correction.at:%Y-%m-%dT%H:%M:%SZ}"
    return found


def _say_all(report: Report, found: tuple[Reading, ...]) -> None:
    say(f"{report.report_id}  {report.display_title}")
    say(f"read as {report.profile_version}, with words and rules {report.vocabulary_version}")
    texts = {
        **{one.risk_id: one.text for one in report.contents.risks},
        **{one.recommendation_id: one.text for one in report.contents.recommendations},
        **{one.scenario_id: one.text for one in report.contents.scenarios},
    }
    item_id: str | None = None
    for reading in found:
        if reading.item_id and reading.item_id != item_id:
            say("")
            say(" ".join([reading.item_id, texts.get(reading.item_id, "")]).strip())
        item_id = reading.item_id
        say(f"  {_line(reading)}")
    if not found:
        say("Nothing was read from its words.")


def _line(reading: Reading) -> str:
    parts = [f"{reading.subject}: {reading.value}"]
    if reading.correction:
        parts.append(reading.correction.said)
    places = [
        f"“{words}” {span.start}–{span.end}"
        for words, span in zip(reading.words, reading.spans, strict=True)
    ]
    if places:
        more = len(places) - WORDS_SHOWN
        parts.append(", ".join(places[:WORDS_SHOWN]) + (f" and {more} more" if more > 0 else ""))
    if reading.rule:
        parts.append(f"[{reading.rule}]")
    return " · ".join(parts)
