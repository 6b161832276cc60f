"""Two people at one matrix."""

from dataclasses import replace

from dash_intel.view.ach_draft import added, asked, edited, moved, removed
from dash_intel.view.ach_merge import clashes, merged
from tests.view.matrices import EVIDENCE, WORKED

MINE = edited(WORKED, {0: {"H1": "neutral"}})


def test_marks_of_both_are_kept() -> None:
    theirs = edited(WORKED, {1: {"H2": "neutral"}})
    assert merged(WORKED, theirs, MINE) == edited(MINE, {1: {"H2": "neutral"}})
    assert clashes(WORKED, theirs, MINE) == ()


def test_mark_that_both_set_is_mine_and_told() -> None:
    theirs = edited(WORKED, {0: {"H1": "inconsistent"}})
    assert merged(WORKED, theirs, MINE) == MINE
    (clash,) = clashes(WORKED, theirs, MINE)
    assert clash.words == (
        "“A price was named” against “Extortion”: theirs inconsistent, yours neutral."
    )


def test_mark_that_one_emptied_stays_empty() -> None:
    emptied = edited(WORKED, {0: {"H1": None}})
    assert merged(WORKED, WORKED, emptied) == emptied
    assert merged(WORKED, emptied, WORKED) == emptied
    assert clashes(WORKED, MINE, emptied)[0].words.endswith("theirs neutral, yours not marked.")


def test_same_mark_by_both_is_no_clash() -> None:
    assert clashes(WORKED, MINE, MINE) == ()


def test_what_either_added_is_there() -> None:
    theirs = edited(added(WORKED, "evidence", ["Theirs"]), {4: {"H1": "consistent"}})
    mine = edited(added(WORKED, "evidence", ["Mine"]), {4: {"H1": "inconsistent"}})
    both = merged(WORKED, theirs, mine)
    assert both.evidence == (*EVIDENCE, "Mine", "Theirs")
    assert both.marks[4:] == (("inconsistent", None, None), ("consistent", None, None))


def test_what_one_marked_stays_though_the_other_removed_or_reworded_it() -> None:
    marked = edited(WORKED, {0: {"H1": "neutral"}})
    without = removed(WORKED, "evidence", 0)
    for theirs, mine in ((marked, without), (without, marked)):
        both = merged(WORKED, theirs, mine)
        assert EVIDENCE[0] in both.evidence
        assert both.marks[both.evidence.index(EVIDENCE[0])][0] == "neutral"


def test_what_either_removed_is_gone() -> None:
    theirs, mine = removed(WORKED, "evidence", 0), removed(WORKED, "hypotheses", 2)
    assert merged(WORKED, theirs, mine) == removed(mine, "evidence", 0)


def test_order_is_mine() -> None:
    mine = moved(WORKED, "evidence", 0, 2)
    theirs = edited(WORKED, {0: {"H3": "neutral"}})
    assert merged(WORKED, theirs, mine) == moved(theirs, "evidence", 0, 2)


def test_question_is_theirs_where_i_left_it() -> None:
    theirs = asked(WORKED, "Theirs?")
    assert merged(WORKED, theirs, MINE).question == "Theirs?"
    assert merged(WORKED, theirs, asked(MINE, "Mine?")).question == "Mine?"


def test_nothing_changed_by_me_is_theirs() -> None:
    theirs = replace(added(MINE, "hypotheses", ["A fourth"]), question="Theirs?")
    assert merged(WORKED, theirs, WORKED) == theirs
