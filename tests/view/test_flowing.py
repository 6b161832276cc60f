"""Lines that a page's layout broke are joined where they are shown; all other lines stay."""

import pytest

from dash_intel.view.flowing import flowing

WIDE = "The port of Vesna is likely to stay closed for a week, and fuel"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{WIDE}\ncould run short.", f"{WIDE} could run short."),
        (f"{WIDE}  \n  Depot three holds out.", f"{WIDE} Depot three holds out."),
        ("Experts of counter-\nterrorism agree.", "Experts of counter-terrorism agree."),
        ("Short line\nthat goes on.", "Short line that goes on."),
        (
            f"{WIDE}\nruns short. Later the pilots joined and the quay emptied.\nTugs lay idle.",
            f"{WIDE} runs short. Later the pilots joined and the quay emptied. Tugs lay idle.",
        ),
        ("**Bold** words", "Bold words"),
        ("", ""),
    ],
)
def test_broken_lines_are_joined(text: str, shown: str) -> None:
    assert flowing(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        f"{WIDE}\n\nA new paragraph.",
        f"{WIDE}\n- an entry\n- another entry",
        f"{WIDE}\n• an entry",
        f"{WIDE}\n1. An entry",
        f"{WIDE}\n(a) an entry",
        f"{WIDE}\nTrigger: rail ballot",
        "A heading\nText under it.",
        "One whole paragraph stands on this line of the text.\nAnother stands on the next.",
        f"{WIDE}:\nWhat follows a colon.",
    ],
)
def test_other_line_breaks_stay(text: str) -> None:
    assert flowing(text) == text


def test_no_word_is_lost_or_added() -> None:
    text = f"{WIDE}\nruns\n\n- a\n- b\n{WIDE}\n{WIDE}.\nEnd"
    assert flowing(text).split() == text.split()
