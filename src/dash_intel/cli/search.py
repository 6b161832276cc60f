"""``dash-intel search``."""

import json
from collections.abc import Sequence
from contextlib import closing
from typing import Annotated

import typer

from dash_intel.cli.options import Database, database
from dash_intel.cli.screen import say, tell
from dash_intel.cli.status import Status
from dash_intel.errors import StoreError
from dash_intel.query import search as query
from dash_intel.store import Segment, current_build, open_build

EXAMPLE = "dash-intel search 'crane* \"container\" publisher:cargo after:2025-03'"


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", show_default=False)],
    db: Database = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=1000, help="Reports shown.")] = 20,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a report and line.")
    ] = False,
) -> int:
    """Find reports by words of their title and body, best first.

    All words must occur. "A phrase" in quotes, sanction* for all that begins so, -word for what
    must not occur; title:, publisher:, tag:, template:, after:DATE (from that day on) and
    before:DATE. Put the words in single quotes, so that the shell leaves them alone. What is found
    stands between asterisks.
    """
    directory = database(db)
    build = current_build(directory)
    if build is None:
        raise StoreError(
            f"There is no database in {directory}: load reports with `dash-intel load PATH`."
        )
    with closing(open_build(build)) as opened:
        found = query.search(opened, " ".join(words), limit)
    for note in found.notes:
        tell(note)
    for hit in found.hits:
        if as_json:
            print(_as_json(hit))
        else:
            when = hit.published_on.isoformat() if hit.published_on else "undated"
            say(f"{when:<10}  {hit.report_id}  {_marked(hit.title)}")
            say(f"            {_marked(hit.snippet)}")
    if not as_json:
        tell(f"{found.total:,} found.")
    return Status.DONE


def _marked(segments: Sequence[Segment]) -> str:
    return "".join(f"*{one.text}*" if one.is_hit else one.text for one in segments)


def _as_json(hit: query.Hit) -> str:
    return json.dumps(
        {
            "report_id": hit.report_id,
            "title": [list(one) for one in hit.title],
            "snippet": [list(one) for one in hit.snippet],
            "publisher": hit.publisher,
            "published_on": hit.published_on.isoformat() if hit.published_on else None,
            "template": hit.template,
            "score": hit.score,
        }
    )
