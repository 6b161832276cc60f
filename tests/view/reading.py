"""Parts of a reader view, by name."""

from dash_intel.view.item import Item, ReaderView, Section


def section(view: ReaderView, key: str) -> Section:
    return next(part for part in view.sections if part.key == key)


def item(view: ReaderView, item_id: str) -> Item:
    return next(one for one in view.items() if one.item_id == item_id)
