"""The names that filters offer, and what a typed or linked name means; asked once a build."""

from collections.abc import Mapping

from dash_intel.query import options
from dash_intel.query.filters import Filters, Unknown
from dash_intel.ui import data
from dash_intel.view.choices import with_chosen


def offered(name: str) -> tuple[str, ...]:
    """Return the names that a filter offers, the most frequent first, corrected ones last."""
    read = data.answer(options.offered, name)
    corrected = data.chosen(options.corrected_tags) if name == "tags" else ()
    return tuple(with_chosen(read, corrected))


def known(filters: Filters) -> tuple[Filters, tuple[Unknown, ...]]:
    """Return the filters with the names that the build or a correction has, and the others."""
    return options.known(filters, _found)


def _found(name: str, typed: tuple[str, ...]) -> Mapping[str, str]:
    near = options.meant(offered(name), typed)
    rest = tuple(one for one in typed if one not in near)
    return {**near, **(data.answer(options.found, name, rest) if rest else {})}
