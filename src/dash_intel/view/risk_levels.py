"""The five classes of the share of reports that reach impact 4 or 5, and the words for them."""

from bisect import bisect_right

BOUNDS = (0.05, 0.15, 0.3, 0.5)
"""Shares at which a class ends and the next begins; a share at a bound is in the higher one."""
STEPS = ("under 5%", "5–15%", "15–30%", "30–50%", "over 50%")
NO_TRUTH = "Scores describe what reports say, not ground truth."
QUALITY = (
    "Impact is read by words and rules, and agrees only fairly with people: a weighted kappa of"
    " 0.33 on sentences the rules had not seen."
)


def risk_class(share: float) -> int:
    """Return the class of a share from 0 to 1, as a step of the ramp from 0 to 4."""
    return bisect_right(BOUNDS, share)
