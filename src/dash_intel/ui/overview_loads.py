"""What the last load brought, who published most, and the reports that are listed."""

import pandas as pd
import streamlit as st

from dash_intel.query import loads as load_query
from dash_intel.query import overview as query
from dash_intel.ui import brought, data, draw, listing
from dash_intel.view.listing import Listing
from dash_intel.view.loads import last_load
from dash_intel.view.overview import Newest, newest, publisher_rows

PUBLISHERS = 10


def listed(chosen: Listing) -> Newest:
    """Return the reports of a listing, whatever the filters choose."""
    found = data.answer(
        query.newest, chosen.shown, load=chosen.load, has_remarks=chosen.has_remarks
    )
    return newest(found, chosen)


def draw_loads(view: Newest, chosen: Listing, loads: pd.DataFrame) -> None:
    """Draw the reports of a listing, what the last load brought, and the publishers."""
    reports, last = st.columns([1.55, 1], gap="medium")
    with reports:
        listing.draw(view, chosen, int(loads["number"].max()))
    with last:
        summary = last_load(loads, data.answer(load_query.rejections))
        draw.title("What the last load brought", summary.scope)
        brought.load_summary(summary)
        draw.open_data("All loads, and files with a problem")
        draw.title("Publishers", "Of all loads: most reports first, with the day of the newest.")
        brought.publisher_rows(publisher_rows(data.answer(query.publishers, PUBLISHERS)))
