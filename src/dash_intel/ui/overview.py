"""What changed: the period against the equal one before it, part by part."""

from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dash_intel.query import changed, changed_judgements, chosen
from dash_intel.query import trends as trend_query
from dash_intel.query.filters import Filters
from dash_intel.query.risk import RiskMatrix, risk_matrix
from dash_intel.query.trends import Look, Trends
from dash_intel.ui import (
    data,
    draw,
    overview_figures,
    overview_judgements,
    overview_outlook,
    overview_regions,
    trending,
)
from dash_intel.view import overview_changes as views
from dash_intel.view.overview_figures import figures
from dash_intel.view.overview_headline import headline
from dash_intel.view.overview_regions import every_risk
from dash_intel.view.overview_tags import tag_finding
from dash_intel.view.tag_ranking import Ranking

JUDGEMENTS_HEIGHT = 360


@dataclass(frozen=True, slots=True)
class Reading:
    """What several parts of the page say, asked once."""

    matrix: RiskMatrix
    trends: Trends | None
    tags: Ranking | None

    @property
    def headline(self) -> str:
        """The strongest finding, else the measure."""
        return headline(self.matrix, tag_finding(self.tags))


def reading(filters: Filters) -> Reading:
    """Return regions and tags as the pages Risk and Trends have them."""
    data.ahead(
        partial(data.chosen, trend_query.trends, filters, Look()),
        partial(data.chosen, chosen.totals, filters),
    )
    matrix = data.chosen(risk_matrix, filters, "region", None, is_recent=False)
    found, look = data.chosen(trend_query.trends, filters, Look()), Look()
    data.ahead(
        partial(data.chosen, changed.counts, filters, _since(found)),
        *overview_outlook.questions(filters),
        partial(data.chosen, changed_judgements.judgement_changes, filters),
    )
    return Reading(matrix, found, trending.ranking(found, look, filters) if found else None)


def draw_compared(filters: Filters) -> None:
    """Draw what the period is compared with."""
    days, totals = data.chosen(chosen.days_of, filters), data.chosen(chosen.totals, filters)
    draw.aside(views.compared(days, totals, filters.unit))


def draw_figures(found: Reading, filters: Filters) -> None:
    """Draw the row of figures."""
    line = found.trends.timeline if found.trends else None
    counts = data.chosen(changed.counts, filters, _since(found.trends))
    every = every_risk(found.matrix)
    row = figures(counts, line, every.change if every else "insufficient", filters.unit)
    overview_figures.draw_figures(row, filters)


def draw_parts(found: Reading, filters: Filters) -> DeltaGenerator:
    """Draw regions, tags, worst cases and advice; return where judgements go, last of the page.

    They take longest: until then a skeleton holds their place.
    """
    overview_regions.draw_regions(found.matrix, filters)
    with st.container(key="rule-tags"):
        tags, due = st.columns([1.55, 1], gap="medium")
        with tags:
            _draw_tags(found, filters)
            overview_outlook.draw_worst(filters)
        with due:
            overview_outlook.draw_due(filters)
    with st.container(key="rule-judgements"):
        return st.skeleton(JUDGEMENTS_HEIGHT)


def draw_judgements(place: DeltaGenerator, filters: Filters) -> None:
    """Draw judgements that changed in the place of their skeleton."""
    with place.container():
        overview_judgements.draw_judgements(filters)


def _since(found: Trends | None) -> date:
    """Return the first month that is drawn, a day after all days where none is."""
    line = found.timeline if found else None
    return line.history[0] if line and line.history else date.max


def _draw_tags(found: Reading, filters: Filters) -> None:
    if found.trends and found.tags:
        overview_figures.draw_tags(found.tags, found.trends, filters)
        return
    draw.title("Tags by month")
    draw.aside("None of these reports has a date: there is nothing to draw over time.")
