"""What the risk matrix finds: its strongest cell, and the area that leads; never more."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dash_intel.query.risk import THIN, RiskCell
from dash_intel.view.risk_words import TITLE, in_a_sentence, percent
from dash_intel.vocab.areas import Area
from dash_intel.vocab.categories import category_label, risk_categories

Cells = Mapping[tuple[Area | None, str | None], RiskCell]

_LEAST_LED = 3
_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
)


def strongest_cell(found: Iterable[RiskCell]) -> RiskCell | None:
    """Return the cell with the highest share, of those with three reports where there are any."""
    cells = [cell for cell in found if cell.area and cell.category]
    firm = list(filter(_is_firm, cells)) or cells
    return max(firm, key=lambda cell: (cell.share, cell.reports), default=None)


def headline(strongest: RiskCell | None, found: Cells) -> str:
    """Return that one cell is the highest, where it is; else what is measured.

    It has to have three reports, to be higher than any other such cell by a whole percent as shown,
    and its interval has to lie above the share of all risks everywhere. Where a cell of fewer
    reports shows as much, the words leave those out.
    """
    every = found.get((None, None))
    if not strongest or not strongest.area or not strongest.category or not every:
        return TITLE
    rivals = [
        cell
        for cell in found.values()
        if cell.area and cell.category and cell is not strongest
        if percent(cell.share) >= percent(strongest.share)
    ]
    if strongest.reports < THIN or strongest.low <= every.share or any(map(_is_firm, rivals)):
        return TITLE
    of_what = " with three reports or more" if rivals else ""
    place = in_a_sentence(strongest.area)
    return f"{category_label(strongest.category)} in {place} is the highest cell{of_what}"


def leader(found: Cells, areas: Sequence[Area]) -> str:
    """Return which area has the highest share in most categories; else what is measured.

    Compared are categories in which two areas have three reports; to lead in one, an area with
    three reports has to be higher than any other by a whole percent as shown. It has to lead in
    three categories, and in more than any other area.
    """
    leads: Counter[Area] = Counter()
    compared = 0
    for category in risk_categories():
        cells = [cell for area in areas if (cell := found.get((area, category)))]
        if sum(map(_is_firm, cells)) < 2:
            continue
        compared += 1
        first, second, *_ = sorted(cells, key=lambda cell: cell.share, reverse=True)
        if first.area and _is_firm(first) and percent(first.share) > percent(second.share):
            leads[first.area] += 1
    best = leads.most_common(2)
    if not best or best[0][1] < _LEAST_LED or (len(best) > 1 and best[0][1] == best[1][1]):
        return TITLE
    name, most = in_a_sentence(best[0][0]), best[0][1]
    said = f"leads in {number_word(most)} of {number_word(compared)} categories"
    return f"{name[:1].upper()}{name[1:]} {said}"


def _is_firm(cell: RiskCell) -> bool:
    return cell.reports >= THIN


def number_word(number: int) -> str:
    """Return a small number as a word."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
