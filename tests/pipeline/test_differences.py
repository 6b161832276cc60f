"""What an imported object declares is compared with what is read, never trusted."""

from hypothesis import given
from hypothesis import strategies as st

from dash_intel.export.reports_jsonl import exchange
from dash_intel.model.load import Difference
from dash_intel.pipeline.differences import as_declared, differences
from dash_intel.read.names import printable
from dash_intel.store.kin import as_parsed, as_revision
from tests.reports import full_report

READ = {
    "schema_version": 1,
    "text": "A.",
    "title": "Ports close",
    "publisher": None,
    "flags": ["sample"],
    "risks": [{"text": "One."}, {"text": "Two."}],
    "revision": 1,
}

WORDS = st.text(st.characters())
"""Halves of surrogate pairs included, which JSON can write."""

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner),
)


def test_equal_readings_differ_in_nothing() -> None:
    assert not list(differences("a.jsonl!1", dict(READ), READ))


def test_differing_field_is_told_with_both_readings() -> None:
    declared = READ | {"title": "Ports open", "publisher": "Gazette"}
    assert list(differences("a.jsonl!1", declared, READ)) == [
        Difference("a.jsonl!1", "title", 'It is declared as "Ports open", read as "Ports close".'),
        Difference("a.jsonl!1", "publisher", 'It is declared as "Gazette", read as not stated.'),
    ]


def test_ids_of_items_are_compared_as_of_the_declared_document() -> None:
    read = as_parsed(full_report())
    declared = exchange(as_revision(read, "document-other", 2))
    assert [one.field for one in differences("a", declared, exchange(read))] == [
        "risks",
        "recommendations",
        "scenarios",
    ]
    assert not list(differences("a", declared, exchange(as_declared(read, declared))))


def test_likeness_to_other_reports_is_no_difference() -> None:
    read = as_parsed(full_report())
    warned = [{"code": "looks_alike", "message": "It has."}, {"code": "new", "message": "Odd."}]
    declared = exchange(read) | {"warnings": [*exchange(read)["warnings"], *warned]}
    (found,) = differences("a", declared, exchange(as_declared(read, declared)))
    assert (found.field, found.message) == ("warnings", "It declares 4, 3 are read.")


def test_declared_document_and_warnings_of_any_kind_are_borne() -> None:
    read = as_parsed(full_report())
    for odd in (None, 1, [], ["x"], [{"code": "looks_alike"}], {"code": "looks_alike"}):
        found = as_declared(read, {"document_id": odd, "warnings": odd})
        assert found.report_id == read.report_id


def test_lists_of_different_length_are_told_by_their_length() -> None:
    assert _messages(READ | {"risks": []}) == ["It declares 0, 2 are read."]


def test_lists_of_one_length_are_told_by_the_first_that_differs() -> None:
    declared = READ | {"risks": [{"text": "One."}, {"text": "Too."}]}
    assert _messages(declared) == [
        'Number 2 of 2 is declared as {"text": "Too."}, read as {"text": "Two."}.'
    ]


def test_field_that_is_left_out_declares_nothing() -> None:
    assert not _messages({"title": "Ports close"})


def test_field_of_no_meaning_to_the_format_declares_nothing() -> None:
    assert not _messages(READ | {"__proto__": {"x": 1}, "extra": "x"})


def test_provenance_declares_nothing() -> None:
    assert not _messages(READ | {"text": "B.", "revision": 4, "schema_version": 9})


def test_long_values_are_cut() -> None:
    (message,) = _messages(READ | {"title": "x" * 5_000_000})
    assert len(message) < 200


def test_value_of_another_kind_differs() -> None:
    assert _messages(READ | {"risks": "none"}) == [
        'It is declared as "none", read as [{"text": "One."}, {"text": "Two."}].'
    ]


def _messages(declared: dict[str, object]) -> list[str]:
    return [found.message for found in differences("a.jsonl!1", declared, READ)]


@given(st.sampled_from(sorted(READ)), VALUES)
def test_whatever_is_declared_is_told_in_text_that_can_be_kept(field: str, value: object) -> None:
    for message in _messages(READ | {field: value}):
        message.encode()
        assert message == printable(message)
