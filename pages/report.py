"""Report: one report as an analyst reads it, beside its text."""

from dash_intel.query import report as query
from dash_intel.ui import (
    beside,
    choosing,
    comparing,
    data,
    deciding,
    draw,
    purging,
    state,
    welcome,
)
from dash_intel.view.report import choices, report_head
from dash_intel.view.revisions import places, revisions


def draw_page() -> None:
    """Choose, get, draw."""
    index = data.answer(query.index)
    if index.empty:
        draw.head("No report was read yet", "The Data page tells what was loaded, and what failed.")
        return
    report_id = state.chosen_report() or str(index["report_id"].iloc[0])
    report = data.answer(query.report, report_id)
    if report is None:
        purging.draw_missed(report_id)
        choosing.draw_way_out(str(index["report_id"].iloc[0]))
        return
    kin = revisions(data.answer(query.revisions, report_id), report_id)
    listed = choices(index, kin.newest)
    head = report_head(report)
    draw.head(head.title, head.meta)
    draw.notice(head.notice, head.chips)
    choosing.draw(kin.newest, listed, data.answer(query.neighbours, report_id))
    comparing.draw(report, kin)
    beside.draw(report)
    deciding.draw(report)
    draw.places(*places(data.answer(query.provenance, report_id)))
    purging.draw(report, kin.count)


if data.build() is None:
    welcome.draw()
else:
    draw_page()
