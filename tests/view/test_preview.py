"""What an upload would bring."""

from dataclasses import replace

from dash_intel.model.source import Rejection
from dash_intel.view.preview import preview
from tests.reports import full_report, report

LOST = replace(report("Strange.", source="strange.txt"), template="unrecognised")
REJECTION = Rejection("x.bin", "binary", "It is binary.")


def test_summary_counts_what_was_read_and_what_was_not() -> None:
    found = preview([full_report(), report(), LOST, REJECTION])
    assert found.summary == (
        "2 reports read, 1 of them with warnings or unread text, 1 not recognised and "
        "1 file rejected. Nothing is loaded yet."
    )
    assert found.button == "Load 3 reports"
    assert found.rejected == (("x.bin", "It is binary."),)


def test_labels_tell_doubtful_and_unrecognised_reports() -> None:
    assert preview([full_report(), LOST]).labels == (
        "Dockers' strike closes the port of Vesna · 4 remarks",
        "strange.txt · not recognised",
    )


def test_nothing_readable_leaves_nothing_to_load() -> None:
    found = preview([REJECTION])
    assert (found.button, found.labels) == (None, ())
