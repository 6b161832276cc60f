"""Data: add reports, see how they are read before they are loaded, and what loads brought."""

from dash_intel.query import loads as query
from dash_intel.query import overview
from dash_intel.ui import adding, data, decided, draw, invented, purging, restoring, welcome
from dash_intel.view.brought import REMARKS_ARE
from dash_intel.view.listing import Listing
from dash_intel.view.loads import headline, load_table, rejection_table, unrecognised


def draw_loads() -> None:
    """Draw what was loaded so far, and what could not be read."""
    rejected = data.answer(query.rejections)
    lost = unrecognised(data.answer(query.unrecognised))
    draw.part("Loads so far", REMARKS_ARE)
    draw.table(load_table(data.answer(query.loads)))
    draw.open_overview("Reports with remarks", Listing(has_remarks=True))
    draw.part("Files that could not be read")
    if len(rejected):
        draw.table(rejection_table(rejected))
    else:
        draw.aside("None: every file that was loaded could be read.")
    draw.part("Texts that no profile recognises")
    if lost:
        draw.unrecognised_rows(lost)
    else:
        draw.aside("None: every text was recognised.")


if data.build() is None:
    welcome.draw(has_folder=False)
    adding.draw()
else:
    draw.head(
        headline(
            data.answer(overview.counts),
            data.answer(query.loads),
            data.answer(query.rejections),
        ),
        adding.SCOPE,
    )
    invented.draw_note()
    adding.draw()
    draw_loads()
    decided.draw()
    restoring.draw()
    purging.draw_purged()
