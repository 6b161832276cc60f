"""What the overview finds: which regions deteriorated or improved, else what comes next."""

from collections.abc import Sequence

from dash_intel.query.risk import RiskCell, RiskMatrix
from dash_intel.view.chosen_cell import lowered
from dash_intel.view.risk_findings import number_word
from dash_intel.view.risk_words import in_a_sentence
from dash_intel.view.trends import capital
from dash_intel.vocab.categories import category_label

MEASURE = "Risk by region, now and before"
NOTHING = "What changed"


def changed(matrix: RiskMatrix) -> tuple[RiskCell, ...]:
    """Return the regions that deteriorated, the furthest first, then those that improved."""
    found = [cell for cell in areas_of(matrix) if cell.change in {"deteriorated", "improved"}]
    return tuple(sorted(found, key=lambda cell: (cell.change, -abs(_rise(cell)))))


def headline(matrix: RiskMatrix, tags: str | None) -> str:
    """Return the strongest finding: a region's risk, a category's, a tag's; else the measure.

    ``tags`` is what tags find, None where they find nothing.
    """
    moved = changed(matrix)
    worse = [cell for cell in moved if cell.change == "deteriorated"]
    better = [cell for cell in moved if cell.change == "improved"]
    if worse:
        named = f"Reported risk in {_names(worse)} worsened{_led_by(matrix, worse)}"
        return f"{named}; {_names(better)} eased" if better else named
    if better:
        return f"Reported risk in {_names(better)} eased"
    return _categories(matrix) or tags or NOTHING


def finding(moved: Sequence[RiskCell]) -> str:
    """Return how many regions moved, by name where it is one of a kind; else the measure."""
    clauses = []
    for change, verb in (("deteriorated", "deteriorated"), ("improved", "improved")):
        found = [cell for cell in moved if cell.change == change]
        if len(found) == 1:
            clauses.append(f"{_names(found)} {verb}")
        elif found:
            noun = "" if clauses else " regions"
            clauses.append(f"{number_word(len(found))}{noun} {verb}")
    return capital(", ".join(clauses)) or MEASURE


def areas_of(matrix: RiskMatrix) -> list[RiskCell]:
    """Return the cells of all risks of each region."""
    return [cell for cell in matrix.cells if cell.area and not cell.category]


def _rise(cell: RiskCell) -> float:
    return cell.share - (cell.before.share if cell.before.share is not None else cell.share)


def _names(found: Sequence[RiskCell]) -> str:
    names = [in_a_sentence(cell.area) for cell in found if cell.area]
    if len(names) > 2:
        return f"{number_word(len(names))} regions"
    return " and ".join(names)


def _led_by(matrix: RiskMatrix, worse: Sequence[RiskCell]) -> str:
    """Return which category moved a region furthest, where it is one region and one moved."""
    if len(worse) != 1:
        return ""
    own = [
        cell
        for cell in matrix.cells
        if cell.area == worse[0].area and cell.category and cell.change == "deteriorated"
    ]
    most = max(own, key=_rise, default=None)
    return f", most in {_label(most)}" if most else ""


def _categories(matrix: RiskMatrix) -> str | None:
    every = [cell for cell in matrix.cells if not cell.area and cell.category]
    for change, verb in (("deteriorated", "worsened"), ("improved", "eased")):
        found = [cell for cell in every if cell.change == change]
        most = max(found, key=lambda cell: abs(_rise(cell)), default=None)
        if most:
            return f"Reported risk of {_label(most)} {verb}"
    return None


def _label(cell: RiskCell) -> str:
    return lowered(category_label(cell.category or ""))
