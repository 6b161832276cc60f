"""Numbers of several words: ninety thousand is 90000, 1.8 million is 1800000."""

from collections.abc import Sequence

_SCALES = frozenset({"100", "1000", "1000000", "1000000000"})
_TENS = range(20, 100, 10)


def numerals(numbers: Sequence[str | None]) -> list[tuple[int, str]]:
    """Return where each number of a text ends and what it comes to, in digits.

    ``numbers`` are those of its words one by one, None where a word is no number.
    """
    found: list[tuple[int, str]] = []
    end = -1
    for at, written in enumerate(numbers):
        if written is None:
            continue
        whole = _together(found[-1][1], written) if found and end == at - 1 else None
        if whole is not None:
            found[-1] = at, whole
        else:
            found.append((at, written))
        end = at
    return found


def _together(one: str, other: str) -> str | None:
    """Return two numbers that stand side by side as one, None where they are two."""
    if other in _SCALES and len(one) < len(other):
        product = f"{float(one) * int(other):.3f}" if one.replace(".", "", 1).isdigit() else None
        return product.rstrip("0").rstrip(".") if product else None
    if one.isdigit() and int(one) in _TENS and len(other) == 1:
        return str(int(one) + int(other))
    return None
