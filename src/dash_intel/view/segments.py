"""A text cut into runs that carry the same marks."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dash_intel.model.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """An item's place in a text; ``is_outer`` keeps it outside all marks that are not."""

    item_id: str
    span: Span
    is_outer: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text with the ids of the items that cover it, the innermost last."""

    text: str
    items: tuple[str, ...] = ()
    is_heading: bool = False


def segments(
    text: str, marks: Iterable[Mark], headings: Iterable[Span] = ()
) -> tuple[Segment, ...]:
    """Return ``text`` cut wherever a mark or heading begins or ends.

    Joined, the segments are ``text``; the segments that name an item are exactly its span. Of two
    marks on one run the shorter is the inner one; of equals the later given.
    """
    placed = [mark for mark in marks if mark.span.start < mark.span.end]
    depth = [
        (not mark.is_outer, mark.span.start - mark.span.end, at) for at, mark in enumerate(placed)
    ]
    opened: dict[int, list[int]] = defaultdict(list)
    closed: dict[int, list[int]] = defaultdict(list)
    for index, mark in enumerate(placed):
        opened[mark.span.start].append(index)
        closed[mark.span.end].append(index)
    heads = {span.start: span.end for span in headings if span.start < span.end}
    cuts = sorted({0, len(text), *opened, *closed, *heads, *heads.values()})
    found: list[Segment] = []
    active: set[int] = set()
    heading_end = 0
    for start, end in pairwise(cuts):
        active.difference_update(closed[start])
        active.update(opened[start])
        heading_end = max(heading_end, heads.get(start, 0))
        ids = dict.fromkeys(
            placed[index].item_id for index in sorted(active, key=depth.__getitem__)
        )
        found.append(Segment(text[start:end], tuple(ids), start < heading_end))
    return tuple(found)
