"""What an upload would bring."""

from dataclasses import replace

from dash_intel.model.source import Rejection
from dash_intel.view.preview import preview
from tests.reports import full_report, report

LOST = replace(report("Strange.", source="strange.txt"), template="unrecognised")
REJECTION = Rejection("x.bin", "binary", "It is binary.")


def test_summary_counts_what_was_read_and_what_was_not() -> None:
    found = preview([full_report(), report("New."), LOST, REJECTION])
    assert found.summary == (
        "2 new reports (1 with remarks), 1 not recognised and 1 file rejected. "
        "Nothing is loaded yet."
    )
    assert found.button == "Load 2 new reports and 1 not recognised"
    assert found.rejected == (("x.bin", "It is binary."),)


def test_labels_tell_doubtful_and_unrecognised_reports() -> None:
    assert preview([full_report(), LOST]).labels == (
        "Dockers' strike closes the port of Vesna · 4 remarks",
        "strange.txt · not recognised",
    )


def test_nothing_readable_leaves_nothing_to_load() -> None:
    found = preview([REJECTION])
    assert (found.button, found.labels) == (None, ())


def test_texts_that_are_there_are_said_to_be_already_loaded() -> None:
    found = preview([full_report(), report("New."), LOST], {full_report().report_id})
    assert found.labels[0] == (
        "Dockers' strike closes the port of Vesna · already loaded · 4 remarks"
    )
    assert found.summary.startswith("1 new report, 1 not recognised and 1 already loaded.")
    assert found.button == "Load 1 new report, 1 not recognised and 1 already loaded"


def test_text_that_stands_twice_among_the_files_is_new_once() -> None:
    found = preview([report("New."), report("New.", source="copy.txt")])
    assert found.labels == ("harbour.txt", "copy.txt · already loaded")
    assert found.button == "Load 1 new report and 1 already loaded"


def test_only_texts_that_are_there_are_loaded_again() -> None:
    known = report("Known.")
    assert preview([known], {known.report_id}).button == "Load again (1 already loaded)"
